"""Abbreviations that end in a full stop, per language, and those that may also end a sentence."""

from __future__ import annotations

from functools import cache


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_COMMON = _set("dr. prof. st. jr. sr. nr. no. vol. ca. cf. ed. art. fig. tab. approx. tel. vs. c.")

_BY_LANGUAGE = {
    "sv": _set(
        "t.ex. bl.a. d.v.s. dvs. o.s.v. osv. m.m. m.fl. fr.o.m. t.o.m. f.d. p.g.a. pga. s.k. o.d. "
        "o.dyl. resp. kl. ev. exkl. inkl. jfr. jmf. sid. kap. ang. avd. adj. doc. fil. st.f. f.n. "
        "t.v. i.e. e.d. e.dyl. obs. max. min. milj. mdr. kr. s. ff. f.ö. el. red. utg. o. forts. "
        "spec. tf. bitr. enl. hr. fr. föreg. mån. tis. ons. tors. fre. lör. sön. jan. feb. aug. "
        "sept. okt. nov. dec."
    ),
    "da": _set(
        "f.eks. feks. bl.a. d.v.s. dvs. o.s.v. osv. m.m. m.fl. fx. p.t. pga. p.g.a. f.o.m. t.o.m. "
        "iflg. ifm. ift. jf. jfr. kl. evt. ekskl. inkl. hhv. mht. m.h.t. mv. m.v. o.l. o.lign. "
        "pkt. s. ff. skt. tlf. vedr. vha. sml. mio. mia. kr. pct. stk. kap. afd. cand. mag. max. "
        "min. hr. fr. frk. eks. f. bl. alm. udg. red. jan. feb. aug. sept. okt. nov. dec. d. "
        "vedr. ang. forb. resp. opr. gl. ndf. nuv. p.d. d.å. s.d. s.k. etc."
    ),
    "nb": _set(
        "f.eks. feks. bl.a. d.v.s. dvs. o.s.v. osv. m.m. m.fl. p.g.a. pga. f.o.m. t.o.m. ifm. ift. "
        "jf. jfr. kl. evt. ekskl. inkl. hhv. mht. m.h.t. mv. m.v. o.l. pkt. s. ff. tlf. vedr. vha. "
        "mill. mrd. kr. pst. stk. kap. avd. cand. mag. maks. min. eks. f. bl. gj.sn. red. jan. "
        "feb. aug. sept. okt. nov. des. d. ang. resp. opr. s.k. ev. spm. årg. fhv. mfl. mm. o.a."
    ),
    "en": _set(
        "e.g. i.e. etc. mr. mrs. ms. messrs. inc. ltd. co. corp. dept. est. eq. p. pp. ch. sec. "
        "a.m. p.m. u.s. u.k. e.u. gen. col. sgt. rep. sen. gov. rev. hon. jan. feb. mar. apr. jun. "
        "jul. aug. sep. sept. oct. nov. dec. al. ave. blvd. rd. misc. min. max. incl. excl. ph.d."
    ),
}
_BY_LANGUAGE["nn"] = _BY_LANGUAGE["nb"] | _set("t.d. m.a. osb. mfl. ca. o.fl. til d.")

_MAY_END = _set(
    "osv. o.s.v. etc. m.m. m.fl. mm. mfl. mv. m.v. o.l. o.d. e.d. o.lign. o.dyl. e.dyl. kr. pct. "
    "pst. stk. mio. mia. mill. mrd. milj. mdr. inc. ltd. co. corp. a.m. p.m. ff. tlf. jr. sr. "
    "o.a. o.fl. al. ph.d. u.s. u.k. e.u. p.t. p.d. d.å. s.d. max. maks. min."
)
_MONTHS = _set(
    "januari februari mars april maj juni juli augusti september oktober november december "
    "januar februar marts mai august desember january february march may june july october"
)


@cache
def abbreviations(language: str | None) -> frozenset[str]:
    """Lower-case abbreviations with their full stop; for None those of every language."""
    if language is None:
        return _COMMON.union(*_BY_LANGUAGE.values())
    return _COMMON | _BY_LANGUAGE.get(language, frozenset())


def may_end_sentence(abbreviation: str) -> bool:
    """Whether a sentence may end with it, when a capital follows."""
    return abbreviation in _MAY_END


def is_month(word: str) -> bool:
    """Whether a lower-case word names a month."""
    return word in _MONTHS

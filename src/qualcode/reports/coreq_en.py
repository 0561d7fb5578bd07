"""The 32 items of COREQ in English, in our own words (Tong, Sainsbury & Craig 2007)."""

DOMAINS = (
    (
        "Research team and reflexivity",
        (
            "Who did the interviews",
            "Their qualifications",
            "Their occupation at the time",
            "Their gender",
            "Their experience and training",
            "Relationship with the informants before the study",
            "What the informants knew of the interviewer",
            "What is told of the interviewer: interests, assumptions",
        ),
    ),
    (
        "Design of the study",
        (
            "Methodological orientation",
            "How informants were selected",
            "How they were approached",
            "Number of informants",
            "Who declined or left, and why",
            "Where the interviews were held",
            "Whether others were present",
            "Who the informants are",
            "Interview guide",
            "Repeated interviews",
            "Recording",
            "Field notes",
            "Length of the interviews",
            "Saturation",
            "Transcripts returned to informants",
        ),
    ),
    (
        "Analysis and findings",
        (
            "Number of coders",
            "The coding tree",
            "How themes came about",
            "Software",
            "Checking by informants",
            "Quotations, and who said them",
            "Agreement between data and findings",
            "Major themes",
            "Minor themes and diverging cases",
        ),
    ),
)
"""Headings with their items; the items are numbered through from 1 to 32."""

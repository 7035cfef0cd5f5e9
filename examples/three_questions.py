"""
Three questions to the data, with their answers and sources.
"""

import destalinization as ds


def main() -> None:
    """
    Ask and answer.
    """
    what_was_dushanbe_called()
    who_gave_up_stalins_name()
    which_day_was_stalingrad_renamed()


def what_was_dushanbe_called() -> None:
    """
    Print the chain of names of a place.
    """
    print("What was Dushanbe called, and when?")
    dushanbe = ds.places["dushanbe"]
    for name, period in zip(dushanbe.names, dushanbe.periods(), strict=True):
        print(f"  {name}: {period}")
    print_sources(dushanbe.name("stalinabad"), dushanbe.names[-1])


def who_gave_up_stalins_name() -> None:
    """
    Print the renamings of a month, with the acts that ordered them and a source for each.
    """
    print("Which names of Stalin were certainly given up in November 1961, and by which act?")
    found = ds.renamings.where(removes="joseph-stalin", during="1961-11", certainly=True)
    for renaming in sorted(found, key=lambda renaming: (str(renaming.date), renaming.id)):
        act = ds.acts[renaming.act] if renaming.act else None
        print(f"  {renaming}: {act or 'the act is not known'}")
        print(f"    {ds.cite(act or renaming)[0]}")
    print()


def which_day_was_stalingrad_renamed() -> None:
    """
    Print what the article claims, and what is right.
    """
    print("What does the encyclopedia article get wrong about the day on which Stalingrad was renamed?")
    renaming = ds.renamings["volgograd/volgograd"]
    for claim in ds.claims.where(subject="volgograd", status="imprecise"):
        if renaming.id in claim.evidence:
            print(f"  It says: {claim.statement}")
            print(f"  But: {claim.correction}")
    for dispute in renaming.disputes:
        print(f"  Other sources have {dispute.value}: {dispute.note}")
    print_sources(renaming)


def print_sources(*records: ds.Name | ds.Change) -> None:
    """
    Print what records cite, at most five sources and how many more there are.
    """
    sources = list(dict.fromkeys(source for record in records for source in ds.cite(record)))
    print("  Sources:")
    for source in sources[:5]:
        print(f"    {source}")
    if len(sources) > 5:
        print(f"    and {len(sources) - 5} more")
    print()


if __name__ == "__main__":
    main()

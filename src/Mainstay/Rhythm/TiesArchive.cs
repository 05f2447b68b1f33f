using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>What the owner wants of a tie. What the touches say is derived from them again.</summary>
internal sealed record ArchivedTie
{
    public required Guid Person { get; init; }
    public required Layer Layer { get; init; }
    public int? CadenceDays { get; init; }
    public int? Closeness { get; init; }
    public Layer? CountsAs { get; init; }
    public HowMuch? Trust { get; init; }
    public HowMuch? Willing { get; init; }
    public HowMuch? Standing { get; init; }
    public Verdict Verdict { get; init; }
    public DateOnly? VerdictOn { get; init; }
    public bool Paused { get; init; }
    public DateOnly? PausedUntil { get; init; }
    public DateOnly? SnoozedUntil { get; init; }
    public required DateOnly Since { get; init; }
}

/// <summary>All ties in an archive.</summary>
internal sealed class TiesArchive() : ArchiveSection<ArchivedTie>("ties")
{
    private const string Kind = "tie";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Ties.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedTie> Rows(Store store, CancellationToken stop) => store.Ties.AsNoTracking().OrderBy(t => t.Id).Select(t => new ArchivedTie
    {
        Person = t.Id,
        Layer = t.Layer,
        CadenceDays = t.CadenceDays,
        Closeness = t.Closeness,
        CountsAs = t.CountsAs,
        Trust = t.Trust,
        Willing = t.Willing,
        Standing = t.Standing,
        Verdict = t.Verdict,
        VerdictOn = t.VerdictOn,
        Paused = t.Paused,
        PausedUntil = t.PausedUntil,
        SnoozedUntil = t.SnoozedUntil,
        Since = t.Since,
    }).AsAsyncEnumerable();

    protected override void Check(ArchivedTie tie, ArchiveCheck check)
    {
        check.IsNew(Kind, tie.Person);
        check.Refers(PeopleArchive.Kind, tie.Person);
        check.Holds(tie.CadenceDays is null or (>= 0 and <= TieActions.LongestCadence), "Rhythm.OddCadence", TieActions.LongestCadence);
        check.Holds(tie.Closeness is null or (>= 1 and <= 5), "Rhythm.OddCloseness");
        check.Holds(tie.CountsAs is not Layer.None, "Rhythm.OddImportance");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedTie> ties, CancellationToken stop) => store.InsertMany(ties.Select(t => new Tie
    {
        Id = t.Person,
        Layer = t.Layer,
        CadenceDays = t.CadenceDays,
        Closeness = t.Closeness,
        CountsAs = t.CountsAs,
        Trust = t.Trust,
        Willing = t.Willing,
        Standing = t.Standing,
        Verdict = t.Verdict,
        VerdictOn = t.VerdictOn,
        Paused = t.Paused,
        PausedUntil = t.PausedUntil,
        SnoozedUntil = t.SnoozedUntil,
        Since = t.Since,
    }), stop);

    public override async Task Finish(Store store, CancellationToken stop)
    {
        var people = store.Ties.Select(t => t.Id).Union(store.TouchPeople.Select(t => t.PersonId));
        await store.RefreshTies(await people.ToListAsync(stop), stop);
    }
}

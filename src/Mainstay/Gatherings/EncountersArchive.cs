using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

internal sealed record ArchivedEncounter(Guid Id, Guid Gathering, Guid Person, DateOnly On, string? About, string? Promised, string? PromisedToMe, Guid? Touch, bool New)
{
    public Triage? Triage { get; init; }
    public DateOnly TriageOn { get; init; }
    public DateOnly WriteBy { get; init; }
    public string? NextStep { get; init; }
    public DateOnly? WroteOn { get; init; }
    public DateOnly? SecondOn { get; init; }
    public DateOnly? QuietUntil { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>Whom the owner met, in an archive.</summary>
internal sealed class EncountersArchive() : ArchiveSection<ArchivedEncounter>("encounters")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Encounters.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedEncounter> Rows(Store store, CancellationToken stop)
    {
        var touches = store.Touches;
        return store.Encounters.AsNoTracking().OrderBy(e => e.Id).Select(e => new ArchivedEncounter(e.Id, e.GatheringId, e.PersonId, e.On, e.About, e.Promised, e.PromisedToMe, touches.Any(t => t.Id == e.TouchId) ? e.TouchId : null, e.IsNew)
        {
            Triage = e.Triage,
            TriageOn = e.TriageOn,
            WriteBy = e.WriteBy,
            NextStep = e.NextStep,
            WroteOn = e.WroteOn,
            SecondOn = e.SecondOn,
            QuietUntil = e.QuietUntil,
            CreatedAt = e.CreatedAt,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedEncounter e, ArchiveCheck check)
    {
        check.IsNew("encounter", e.Id);
        check.Refers(GatheringsArchive.Kind, e.Gathering);
        check.Refers(PeopleArchive.Kind, e.Person);
        check.Refers(TouchesArchive.Kind, e.Touch);
        check.Holds(e.Triage is not { } triage || Enum.IsDefined(triage), "Gatherings.NotATriage");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedEncounter> encounters, CancellationToken stop) => store.InsertMany(encounters.Select(e => new Encounter
    {
        Id = e.Id,
        GatheringId = e.Gathering,
        PersonId = e.Person,
        On = e.On,
        About = e.About,
        Promised = e.Promised,
        PromisedToMe = e.PromisedToMe,
        TouchId = e.Touch,
        IsNew = e.New,
        Triage = e.Triage,
        TriageOn = e.TriageOn,
        WriteBy = e.WriteBy,
        NextStep = e.NextStep,
        WroteOn = e.WroteOn,
        SecondOn = e.SecondOn,
        QuietUntil = e.QuietUntil,
        CreatedAt = e.CreatedAt,
    }), stop);
}

using System.Globalization;
using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Pulse;

internal sealed record ArchivedPulse(Guid Id, DateOnly On, int? Confidence, int? Energy, int? Supported, string? Note, DateTime CreatedAt);

/// <summary>Every pulse, in the owner's own archive.</summary>
internal sealed class PulseArchive() : ArchiveSection<ArchivedPulse>("pulse")
{
    private const string Kind = "pulse";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.DayPulses.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedPulse> Rows(Store store, CancellationToken stop) =>
        store.DayPulses.AsNoTracking().OrderBy(p => p.Id).Select(p => new ArchivedPulse(p.Id, p.On, p.Confidence, p.Energy, p.Supported, p.Note, p.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedPulse row, ArchiveCheck check)
    {
        check.IsNew(Kind, row.Id);
        check.Holds(check.IsFirst(Kind, row.On.ToString("O", CultureInfo.InvariantCulture)), "Pulse.TwiceADay", row.On);
        check.Holds(new NewPulse { Confidence = row.Confidence, Energy = row.Energy, Supported = row.Supported, Note = row.Note }.Check(row.On));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedPulse> rows, CancellationToken stop) =>
        store.InsertMany(rows.Select(r => new DayPulse { Id = r.Id, On = r.On, Confidence = r.Confidence, Energy = r.Energy, Supported = r.Supported, Note = r.Note, CreatedAt = r.CreatedAt }), stop);
}

internal sealed record ArchivedPulsePlan(Guid Id, PulseEvery Every, DayOfWeek Weekday, DateOnly From, DateOnly? QuietUntil);

/// <summary>How often the owner wants to be asked, in an archive.</summary>
internal sealed class PulsePlanArchive() : ArchiveSection<ArchivedPulsePlan>("pulsePlan")
{
    private const string Kind = "pulsePlan";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.PulsePlans.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedPulsePlan> Rows(Store store, CancellationToken stop) =>
        store.PulsePlans.AsNoTracking().OrderBy(p => p.Id).Select(p => new ArchivedPulsePlan(p.Id, p.Every, p.Weekday, p.From, p.QuietUntil)).AsAsyncEnumerable();

    protected override void Check(ArchivedPulsePlan row, ArchiveCheck check)
    {
        check.IsNew(Kind, row.Id);
        check.Holds(check.IsFirst(Kind, ""), "Pulse.PlanTwice");
        check.Holds(new PulseWishes(row.Every, row.Weekday).Check(DateOnly.MinValue));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedPulsePlan> rows, CancellationToken stop) =>
        store.InsertMany(rows.Select(r => new PulsePlan { Id = r.Id, Every = r.Every, Weekday = r.Weekday, From = r.From, QuietUntil = r.QuietUntil }), stop);
}

using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

internal sealed record ArchivedAttending(int HowMany, AttendingPer Per, string? Places, DateOnly Since, DateOnly? QuietUntil);

/// <summary>How often the owner means to go to gatherings, in an archive: one row, or none.</summary>
internal sealed class AttendingArchive() : ArchiveSection<ArchivedAttending>("attending")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.AttendingPlans.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAttending> Rows(Store store, CancellationToken stop) =>
        store.AttendingPlans.AsNoTracking().Select(p => new ArchivedAttending(p.HowMany, p.Per, p.Places, p.Since, p.QuietUntil)).AsAsyncEnumerable();

    protected override void Check(ArchivedAttending plan, ArchiveCheck check)
    {
        check.IsNew("attending", Guid.Empty);
        check.Holds(new NewAttending(plan.HowMany, plan.Per) { Places = plan.Places }.Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAttending> plans, CancellationToken stop) =>
        store.InsertMany(plans.Select(p => new AttendingPlan { HowMany = p.HowMany, Per = p.Per, Places = p.Places, Since = p.Since, QuietUntil = p.QuietUntil }), stop);
}

using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

internal sealed record ArchivedReminders(Guid Id, bool ByMail, int Hour, IReadOnlyList<string> Weekdays, string? Webhook, DateOnly? LastOn, DateTime? LastAt);

/// <summary>How the owner wants to be reminded, in an archive. Neither what is shown to an address of the web nor links are in it, and no letters: what was on its way elsewhere is not sent from here as well.</summary>
internal sealed class RemindersArchive() : ArchiveSection<ArchivedReminders>("reminders")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.ReminderPlans.AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedReminders> Rows(Store store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var p in store.ReminderPlans.AsNoTracking().OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return new(p.Id, p.ByMail, p.Hour, [.. ReminderWishes.Of(p.Weekdays).Select(ReminderAnswer.Name)], p.Webhook, p.LastOn, p.LastAt);
    }

    protected override void Check(ArchivedReminders row, ArchiveCheck check)
    {
        check.IsNew("reminders", row.Id);
        check.Holds(check.IsFirst("reminders", ""), "Reminders.Twice");
        check.Holds(row.Weekdays.All(d => ReminderAnswer.Day(d) is not null), "Reminders.OddDays");
        check.Holds(new ReminderWishes { Hour = row.Hour, Webhook = row.Webhook }.Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedReminders> rows, CancellationToken stop) =>
        store.InsertMany(rows.Select(r => new ReminderPlan { Id = r.Id, ByMail = r.ByMail, Hour = r.Hour, Weekdays = ReminderWishes.Of(r.Weekdays.Select(d => ReminderAnswer.Day(d)!.Value)), Webhook = r.Webhook, LastOn = r.LastOn, LastAt = r.LastAt }), stop);
}

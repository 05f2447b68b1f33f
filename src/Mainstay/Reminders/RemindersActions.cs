using Mainstay.Accounts;
using Mainstay.Jobs;
using Mainstay.Outside;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

public static class RemindersActions
{
    /// <summary>Says how to be reminded. An hour of today that is over already comes tomorrow first.</summary>
    public static Task<ReminderPlan> SetReminders(this Store store, ReminderWishes wishes, Owner owner, Settings settings, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (there, problems) = (await store.ReminderPlans.FirstOrDefaultAsync(stop), wishes.Check());
        if (wishes.Webhook is { } typed && typed.Trim() != there?.Webhook && Wrong(typed, settings) is { } wrong) problems.Add("webhook", wrong.Key, wrong.Inputs);
        Mistaken.ThrowIf(problems);
        var now = clock.GetUtcNow().UtcDateTime;
        var plan = there ?? store.Add(new ReminderPlan()).Entity;
        (plan.ByMail, plan.Hour, plan.Weekdays, plan.Webhook, plan.WebhookToken) = (wishes.ByMail, wishes.Hour, wishes.Weekdays, wishes.Webhook?.Trim(), wishes.WebhookToken);
        if (DigestClock.IsDue(plan, now, owner.Zone)) (plan.LastOn, plan.LastAt) = (owner.DayAt(clock.GetUtcNow()), now);
        await store.SaveChangesAsync(stop);
        if (DigestClock.Next(plan, now, owner.Zone) is { } next) await store.Wake(DigestJob.Digest, next, stop);
        return plan;
    }, stop);

    /// <summary>What is known against an address before it is called; where its name leads is looked at then.</summary>
    private static Reason? Wrong(string typed, Settings settings) =>
        OutsideAddress.Read(typed, out var address) ?? OutsideAddress.LeadsInside(address, OutsideAddress.Networks(settings.PrivateNetworks) ?? []);

    /// <summary>No more mails: what the link in each of them does, and nothing else.</summary>
    public static Task StopMails(this Store store, CancellationToken stop) => store.ReminderPlans.ExecuteUpdateAsync(set => set.SetProperty(p => p.ByMail, false), stop);
}

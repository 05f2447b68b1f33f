using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

public static class DigestActions
{
    /// <summary>Where a digest is written: whose it is, from what, and to where its links lead.</summary>
    public sealed record Desk(Owner Owner, TodaySources Sources, Settings Settings, TimeProvider Clock)
    {
        public static Desk At(IServiceProvider services, Owner owner, TimeProvider clock) => new(owner, services.GetRequiredService<TodaySources>(), services.GetRequiredService<Settings>(), clock);
    }

    /// <summary>The purpose of the link that ends the mails.</summary>
    internal const string StopPurpose = "digest-stop";

    private static readonly TimeSpan ActionGood = TimeSpan.FromDays(3), StopGood = TimeSpan.FromDays(365);

    /// <summary>Reminds the owner of their day, if it is time and was not done yet. That it was done is kept with the letters, or neither.</summary>
    public static Task<IReadOnlyList<Letter>> PostDueDigest(this Store store, Desk desk, CancellationToken stop) => store.PostDigest(desk, plan => DigestClock.IsDue(plan, Now(desk), desk.Owner.Zone), stop);

    /// <summary>Reminds the owner of their day because they ask for it; the one at their hour comes all the same.</summary>
    public static async Task<IReadOnlyList<Letter>> PostDigestNow(this Store store, Desk desk, CancellationToken stop)
    {
        if (await store.Plan(stop) is not { IsOn: true } plan) throw new CannotBeDone("Reminders.TurnOnFirst");
        if (plan.Webhook is null && !MailSettings.CanSend(desk.Settings)) throw new CannotBeDone("Mail.HowToSetUp");
        return await store.PostDigest(desk, null, stop);
    }

    private static async Task<IReadOnlyList<Letter>> PostDigest(this Store store, Desk desk, Func<ReminderPlan, bool>? isDue, CancellationToken stop)
    {
        var today = desk.Owner.Today(desk.Clock);
        // How to begin is said where one begins, and not every morning.
        var cards = (await store.DealToday(desk.Sources, today, stop)).Where(c => c is { Kind: not "setup", IsConfidential: false }).ToList();
        return await store.AllOrNothing<IReadOnlyList<Letter>>(async () =>
        {
            // Read again by who writes alone: of two processes that found it due, the second finds it done.
            if (await store.ReminderPlans.FirstOrDefaultAsync(stop) is not { } plan || isDue?.Invoke(plan) == false) return [];
            if (isDue is not null) (plan.LastOn, plan.LastAt) = (today, Now(desk));
            await store.SaveChangesAsync(stop);
            var letters = new List<Letter>();
            if (cards.Count == 0) return letters;
            var goodUntil = isDue is null ? null : DigestClock.Next(plan, Now(desk), desk.Owner.Zone);
            if (plan.ByMail && await store.OwnersMail(stop) is { } mail) letters.Add(await store.Post(await store.Mail(plan, desk, cards, mail, stop) with { GoodUntil = goodUntil }, desk.Clock, stop));
            if (plan.Webhook is { } address) letters.Add(await store.Post(DigestMail.ForTheWeb(cards, today, address, plan.WebhookToken, Reached.FromHere(desk.Settings)) with { GoodUntil = goodUntil }, desk.Clock, stop));
            return letters;
        }, stop);
    }

    private static async Task<NewLetter> Mail(this Store store, ReminderPlan plan, Desk desk, IReadOnlyList<TodayItem> cards, string to, CancellationToken stop)
    {
        var lines = new List<DigestMail.Line>();
        foreach (var card in cards) lines.Add(new(card, LinkPurpose(card) is { } purpose ? await store.MakeLink(purpose, card.Subject, desk.Clock, stop, ActionGood) : null));
        var secret = await store.MakeLink(StopPurpose, plan.Id, desk.Clock, stop, StopGood);
        return DigestMail.Of(lines, desk.Owner.Today(desk.Clock), await store.OwnersName(stop), to, new(Reached.FromHere(desk.Settings), secret));
    }

    /// <summary>What a card's one action is by a link; null when it is done on a page.</summary>
    private static string? LinkPurpose(TodayItem card) => card switch
    {
        { LinkPurpose: { } purpose } => purpose,
        { ActionForm: null } => null,
        { Kind: "task" } => DigestActPage.TaskPurpose,
        _ when CardActPage.PurposeOf(card) is { } purpose => purpose,
        _ when card.ActionForm.TryGetValue("kind", out var kind) && Enum.TryParse<TouchKind>(kind, true, out var touch) => DigestActPage.TouchPurpose(touch),
        _ => null,
    };

    private static DateTime Now(Desk desk) => desk.Clock.GetUtcNow().UtcDateTime;
}

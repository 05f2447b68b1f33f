using Mainstay.Accounts;
using Mainstay.Calendars;
using Mainstay.Collaborations;
using Mainstay.Entrance;
using Mainstay.Learnings;
using Mainstay.Memberships;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

/// <summary>Cards whose one action needs nothing but a yes: what it is by a link, and what its page and its button do.</summary>
/// <param name="Kind">Of which card.</param>
/// <param name="Verb">How the address ends that the action posts to.</param>
/// <param name="Title">The word for the action.</param>
/// <param name="About">What it is about; null when it does not wait for that any more: it was done elsewhere since the mail went out, and something later is not meant.</param>
/// <param name="Act">Does it.</param>
internal sealed record CardActPage(string Kind, string Verb, string Title, Func<LinkCall, Guid, CancellationToken, Task<string?>> About, Func<LinkCall, Guid, CancellationToken, Task> Act) : ILinkPurpose
{
    public static readonly IReadOnlyList<CardActPage> All =
    [
        new("membership", "/renew", "Memberships.DoRenewed", (call, id, stop) => Organization(call, id, MembershipDue.WasDue, stop), (call, id, stop) => call.Store.RenewMembership(id, null, call.Today, call.Clock, stop)),
        new("membership", "/join", "Memberships.IJoined", (call, id, stop) => Organization(call, id, MembershipDue.Decide, stop), (call, id, stop) => call.Store.JoinMembership(id, call.Today, call.Today, call.Clock, stop)),
        new("collaboration", "/done", "Collaborations.ItIsDone", Step, (call, id, stop) => call.Store.StepDone(id, new(null, null), call.Today, call.Clock, stop)),
        new("learning", "/confirm", "Learnings.DoConfirm", async (call, id, stop) => (await call.Store.LearningOf(id, stop)).It is { } it && it.NextOn <= call.Today ? it.Text : null, (call, id, stop) => call.Store.ConfirmLearning(id, call.Today, call.Clock, stop)),
        new("announced", "/seen", "Calendars.DoSeen", async (call, id, stop) => await call.Store.Announced.Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(stop), (call, id, stop) => call.Store.SeeNews(id, stop)),
    ];

    public string Purpose => $"digest-{Kind}-{Verb[1..]}";

    /// <summary>The one of a card; null when it is done on a page.</summary>
    public static string? PurposeOf(TodayItem card) => card.ActionForm is null ? null : All.FirstOrDefault(a => a.Kind == card.Kind && card.ActionHref.EndsWith(a.Verb, StringComparison.Ordinal))?.Purpose;

    public async Task<IResult> Show(LinkCall call, CancellationToken stop) => DigestActPage.Ask(call, Words.Speech.Say(Title), await Waiting(call, stop));

    public Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop) => DigestActPage.Do(call, async () =>
    {
        await Waiting(call, stop);
        await Act(call, call.Opened.Link.SubjectId, stop);
    }, stop);

    private async Task<string> Waiting(LinkCall call, CancellationToken stop) => await About(call, call.Opened.Link.SubjectId, stop) ?? throw new Gone("Reminders.WaitsNoMore");

    private static async Task<string?> Step(LinkCall call, Guid id, CancellationToken stop) =>
        (await call.Store.CollaborationOf(id, stop)).It is { IsOver: false, NextStep: { } step } it && it.NextOn <= call.Today ? $"{it.Name}: {step}" : null;

    private static async Task<string?> Organization(LinkCall call, Guid id, MembershipDue due, CancellationToken stop) =>
        await call.Store.MembershipOf(id, stop) is var line && line.It.DueOn(call.Today) == due ? line.Organization : null;
}

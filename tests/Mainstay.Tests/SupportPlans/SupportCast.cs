using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.SupportPlans;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.SupportPlans;

/// <summary>A hard time of Ada's with a support plan until the end of May 2026, begun on Friday, 1 May.</summary>
internal static class SupportCast
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> Plans(this TestHouse house, DateOnly? ends = null)
    {
        var challenge = (await house.Again().BeginChallenge(new("The big client left", "losing a client") { Narrative = new("They wrote on Friday.") }, house.Today, house.Clock, Stop)).Id;
        await house.Again().BeginSupportPlan(challenge, new("A hand would help", ends ?? new(2026, 5, 31)), house.Today, house.Clock, Stop);
        return challenge;
    }

    public static Task<Guid> Needs(this TestHouse house, Guid challenge, string what, DateOnly on, DateOnly? until = null) => house.Again().AddSupportTask(challenge, new(what, on, until), house.Today, house.Clock, Stop);

    /// <summary>Somebody who is invited, with the path of their link.</summary>
    public static async Task<(Guid Helper, string Path, Guid Person)> Helps(this TestHouse house, Guid challenge, string name)
    {
        var person = await house.Know(name);
        await house.Again().InviteHelpers(challenge, [person], house.Today, Stop);
        var helper = (await house.Plan(challenge)).Helpers.Single(h => h.It.PersonId == person).It.Id;
        return (helper, await house.LinkOf(helper), person);
    }

    public static async Task<string> LinkOf(this TestHouse house, Guid helper) => "/answer/" + await house.Again().MakeSupportLink(helper, house.Today, house.Clock, Stop);

    public static Task<SupportPlanLine> Plan(this TestHouse house, Guid challenge) => house.Again().SupportPlanThere(challenge, Stop);

    public static async Task<SupportTask> TaskOf(this TestHouse house, Guid challenge, Guid task) => (await house.Plan(challenge)).Tasks.Single(t => t.Id == task);

    /// <summary>The link as the server opens it.</summary>
    public static async Task<TokenLink> LinkOf(this TestHouse house, string path) => (await house.Again().OpenLink(path["/answer/".Length..], house.Clock, Stop)).Link;

    /// <summary>Whoever has this link takes a task.</summary>
    public static async Task Takes(this TestHouse house, string path, Guid task)
    {
        var link = await house.LinkOf(path);
        await house.Again().TakeByLink(link, task, house.Today, house.Clock, Stop);
    }
}

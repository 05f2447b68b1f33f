using System.Text.Json.Nodes;
using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.SupportPlans;
using Mainstay.Tests.Archive;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.SupportPlans;

public class SupportPlanActionsTests
{
    private static readonly DateOnly Monday = new(2026, 5, 4);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_is_begun_once_changed_ended_and_goes_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = (await house.Store.BeginChallenge(new("The big client left", null, new(2026, 5, 20)), house.Today, house.Clock, Stop)).Id;
        var id = Guid.CreateVersion7();

        await house.Again().BeginSupportPlan(challenge, new("Please") { Id = id }, house.Today, house.Clock, Stop);
        await house.Again().BeginSupportPlan(challenge, new("Please") { Id = id }, house.Today, house.Clock, Stop);
        Assert.Equal("SupportPlans.BegunAlready", (await Assert.ThrowsAsync<Conflict>(() => house.Again().BeginSupportPlan(challenge, new("Again"), house.Today, house.Clock, Stop))).Reason.Key);
        Assert.Equal(("Please", new DateOnly(2026, 5, 20)), await house.Plan(challenge) is var begun ? (begun.It.Opening, begun.It.EndsOn) : default);

        var task = await house.Needs(challenge, "Cook", new(2026, 5, 19));
        Assert.Equal("SupportPlans.TasksBeyond", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeSupportPlan(challenge, new("Please", new(2026, 5, 18)), house.Today, house.Clock, Stop))).Problems.Single().Sentence.Key);
        await house.Again().FinishSupportTask(task, house.Today, Stop);
        await house.Again().ChangeSupportPlan(challenge, new("A hand", new(2026, 5, 18)), house.Today, house.Clock, Stop);
        await house.Again().EndSupportPlan(challenge, house.Today, Stop);
        await house.Again().EndSupportPlan(challenge, house.Today.AddDays(1), Stop);
        Assert.Equal(house.Today, (await house.Plan(challenge)).It.ClosedOn);
        Assert.Equal("SupportPlans.ItIsOver", (await Assert.ThrowsAsync<Conflict>(() => house.Needs(challenge, "More", Monday))).Reason.Key);
        await house.Again().ChangeSupportPlan(challenge, new("A hand", new(2026, 5, 25)), house.Today, house.Clock, Stop);
        Assert.False((await house.Plan(challenge)).It.IsOver(house.Today));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().BeginSupportPlan(Guid.CreateVersion7(), new("Please"), house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Helpers_are_invited_written_to_let_go_and_invited_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (helper, path, grace) = await house.Helps(challenge, "Grace Hopper");
        var (passed, ahead) = (await house.Needs(challenge, "Shop", house.Today), await house.Needs(challenge, "Cook", new(2026, 5, 9)));
        await house.Takes(path, passed);
        await house.Takes(path, ahead);
        await house.Again().SetCoordinator(challenge, helper, Stop);
        await house.Again().WroteToHelper(helper, house.Today, house.Clock, Stop);
        await house.Again().WroteToHelper(helper, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(2));

        await house.Again().LetHelperGo(helper, house.Today, house.Clock, Stop);
        await house.Again().LetHelperGo(helper, house.Today, house.Clock, Stop);

        var line = await house.Plan(challenge);
        Assert.Equal((HelperState.LetGo, null), (line.Helpers.Single().It.State, line.It.CoordinatorId));
        Assert.Equal((helper, null), (line.Tasks.Single(t => t.Id == passed).HelperId, line.Tasks.Single(t => t.Id == ahead).HelperId));
        Assert.Equal([grace], line.WhoHelped);
        Assert.Null((await house.Store.Touches.SingleAsync(Stop)).Note); // whoever was let in could search for a sentence that stands nowhere else
        await Assert.ThrowsAsync<Conflict>(() => house.LinkOf(helper));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SetCoordinator(challenge, helper, Stop));
        await house.Again().InviteHelpers(challenge, [grace, grace], house.Today, Stop);
        Assert.Equal((HelperState.Invited, null), (await house.Plan(challenge)).Helpers.Single().It is var again ? (again.State, again.WrittenOn) : default);
        Assert.Equal("who", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().InviteHelpers(challenge, [], house.Today, Stop))).Problems.Single().Field);
    }

    [Theory, OnBoth]
    public async Task The_days_of_what_somebody_has_or_did_stay_and_its_words_may_change(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (grace, path, _) = await house.Helps(challenge, "Grace Hopper");
        var (cook, shop) = (await house.Needs(challenge, "Cook", Monday), await house.Needs(challenge, "Shop", Monday.AddDays(1), Monday.AddDays(2)));
        await house.Takes(path, cook);
        await house.Takes(path, shop);
        async Task<string?> Change(Guid task, NewSupportTask to) =>
            (await Record.ExceptionAsync(() => house.Again().ChangeSupportTask(task, to, house.Today, Stop)) as Mistaken)?.Problems.Single() is { } problem ? $"{problem.Field} {problem.Sentence.Key}" : null;

        Assert.Equal("on SupportPlans.DaysStay", await Change(shop, new("Shop", Monday))); // two on one day would be more than she allows herself
        Assert.Equal("on SupportPlans.DaysStay", await Change(shop, new("Shop", Monday.AddDays(1))));
        Assert.Null(await Change(shop, new("Shop for four", Monday.AddDays(1), Monday.AddDays(2))));
        await house.Again().FinishSupportTask(cook, house.Today, Stop);
        Assert.Equal("on SupportPlans.DaysStay", await Change(cook, new("Cook", Monday.AddDays(3))));
        await house.Again().FinishSupportTask(shop, house.Today, Stop);
        await house.Again().ChangeSupportPlan(challenge, new("A hand", Monday), house.Today, house.Clock, Stop);
        Assert.Null(await Change(shop, new("Shop for five", Monday.AddDays(1), Monday.AddDays(2)))); // also when the plan ends before
        await house.Again().FreeSupportTask(cook, grace, Stop);
        Assert.Null(await Change(cook, new("Cook", house.Today)));
        Assert.Equal([("Cook", house.Today), ("Shop for five", Monday.AddDays(1))], (await house.Plan(challenge)).Tasks.Select(t => (t.What, t.On)));
    }

    [Theory, OnBoth]
    public async Task Closed_with_the_hard_time_no_row_and_no_link_is_left(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (helper, path, grace) = await house.Helps(challenge, "Grace Hopper");
        var (_, _, alan) = await house.Helps(challenge, "Alan Turing");
        await house.Helps(challenge, "Katherine Johnson");
        var task = await house.Needs(challenge, "Cook", Monday);
        await house.Takes(path, task);
        await house.Again().SetCoordinator(challenge, (await house.Plan(challenge)).Helpers.Single(h => h.It.PersonId == alan).It.Id, Stop);
        await house.Again().WriteSupportUpdate(challenge, "We are home again", house.Today, house.Clock, Stop);
        var ends = house.Services.GetServices<IChallengeEnd>().ToList();
        var helped = await ends.OfType<SupportPlanActions.End>().Single().WhoHelped(house.Again(), challenge, Stop);

        await house.Again().CloseChallenge(challenge, new(null, ends), house.Today, house.Clock, Stop);

        Assert.Equal([grace], helped); // asked to coordinate, he did nothing yet
        Assert.Equal((0, 0, 0, 0), (await house.Store.SupportPlans.CountAsync(Stop), await house.Store.SupportHelpers.CountAsync(Stop), await house.Store.SupportTasks.CountAsync(Stop), await house.Store.SupportUpdates.CountAsync(Stop)));
        Assert.Null(await house.Store.OpenUntil(SupportPlanActions.Purpose, helper, house.Clock, Stop));
        Assert.Equal(0, await house.Store.Formers.CountAsync(f => f.Before.Contains("Cook") || f.Before.Contains("home again"), Stop));
    }

    [Fact]
    public async Task What_is_deleted_is_overwritten()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var challenge = await house.Plans();
        var task = await house.Needs(challenge, "Unmistakable cooking", Monday);
        await house.Again().WriteSupportUpdate(challenge, "Unmistakable news", house.Today, house.Clock, Stop);
        await house.Again().ChangeSupportTask(task, new("Another thing", Monday), house.Today, Stop);

        await house.Again().CloseChallenge(challenge, new(null, house.Services.GetServices<IChallengeEnd>()), house.Today, house.Clock, Stop);

        foreach (var file in Directory.GetFiles(house.Settings.Data, "*.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotMatch("Unmistakable|Another thing|A hand would help", await reader.ReadToEndAsync(Stop));
        }
    }

    [Theory, OnBoth]
    public async Task When_somebody_is_removed_for_good_what_they_took_is_free_and_what_they_wrote_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (helper, path, grace) = await house.Helps(challenge, "Grace Hopper");
        var (taken, done) = (await house.Needs(challenge, "Cook", Monday), await house.Needs(challenge, "Shop", new(2026, 5, 5)));
        await house.Takes(path, taken);
        await house.Takes(path, done);
        await house.Again().FinishSupportTask(done, house.Today, Stop);
        await house.Again().SetCoordinator(challenge, helper, Stop);
        var link = await house.LinkOf(path);
        await house.Again().WriteUpdateByLink(link, (Guid.CreateVersion7(), "We are home again"), house.Today, house.Clock, Stop);

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        Assert.False((await house.Plan(challenge)).Helpers.Single().IsThere);
        house.Clock.Pass(TimeSpan.FromDays(31));
        await house.Again().EmptyTrash(house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop);

        var line = await house.Plan(challenge);
        Assert.Equal((0, null), (line.Helpers.Count, line.It.CoordinatorId));
        Assert.Equal([(null, SupportTaskState.Open), (null, SupportTaskState.Done)], line.Tasks.Select(t => (t.HelperId, t.State)));
        Assert.Equal((null, false, "We are home again"), (line.Updates.Single().HelperId, line.Updates.Single().IsOwners, line.Updates.Single().Text));
    }

    [Theory, OnBoth]
    public async Task It_is_on_no_search_no_Today_no_calendar_no_panel_no_tool_and_not_Bobs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = (await house.Again().BeginChallenge(new("Zugzwang"), house.Today, house.Clock, Stop)).Id;
        await house.Again().BeginSupportPlan(challenge, new("Zugzwang"), house.Today, house.Clock, Stop);
        var task = await house.Needs(challenge, "Zugzwang", house.Today.AddDays(4));
        var (helper, path, grace) = await house.Helps(challenge, "Grace Hopper");
        await house.Takes(path, task);
        await house.Again().WriteSupportUpdate(challenge, "Zugzwang", house.Today, house.Clock, Stop);
        await house.Again().WroteToHelper(helper, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(3));
        var (services, today) = (house.Services, house.Today);

        foreach (var source in services.GetServices<ISearchResults>()) Assert.Equal(0, (await source.Find(house.Again(), new("Zugzwang", 0, 10), today, Stop)).Total);
        foreach (var card in services.GetServices<ITodayCard>()) Assert.DoesNotContain(await card.Worth(house.Again(), today, Stop), c => (c.Sentence.InWords() + string.Join(' ', c.Reasons.Select(r => r.InWords()))).Contains("Zugzwang", StringComparison.Ordinal));
        foreach (var calendar in services.GetServices<ICalendarSource>()) Assert.DoesNotContain(await calendar.Between(house.Again(), today.AddDays(-10), today.AddDays(400), Stop), e => e.Summary.Contains("Zugzwang", StringComparison.Ordinal));
        foreach (var panel in services.GetServices<IPersonPanel>()) Assert.NotEqual("Mainstay.SupportPlans", panel.Component.Namespace);
        await using var site = await TestSite.Open(house);
        Assert.DoesNotContain("Zugzwang", await site.Page("/") + await site.Page($"/people/{grace}") + await site.Page("/search?q=Grace"), StringComparison.Ordinal);
        Assert.Empty(House.Rooms.Single(r => r is SupportPlansRoom).Tools);
        Assert.Empty(await house.Again().Letters.ToListAsync(Stop));
        var bob = await house.Bob();
        Assert.Null(await bob.SupportPlanOf(challenge, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.FreeSupportTask(task, helper, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.MakeSupportLink(helper, today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task In_the_archive_stands_all_of_it_but_no_link(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (helper, path, _) = await house.Helps(challenge, "Grace Hopper");
        await house.Takes(path, await house.Needs(challenge, "Cook", Monday, new(2026, 5, 6)));
        await house.Again().SetCoordinator(challenge, helper, Stop);
        await house.Again().WriteSupportUpdate(challenge, "We are home again", house.Today, house.Clock, Stop);
        var document = await ArchiveActionsTests.Export(house);
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, document);

        Assert.DoesNotContain(path[^20..], document, StringComparison.Ordinal);
        var (here, there) = (await house.Plan(challenge), await elsewhere.Plan(challenge));
        Assert.Equivalent(here.Tasks.Select(t => (t.What, t.On, t.Until, t.HelperId, t.State, t.ClaimedOn)), there.Tasks.Select(t => (t.What, t.On, t.Until, t.HelperId, t.State, t.ClaimedOn)));
        Assert.Equal((helper, "We are home again", HelperState.In), (there.It.CoordinatorId!.Value, there.Updates.Single().Text, there.Helpers.Single().It.State));
        Assert.Null(await elsewhere.Again().OpenUntil(SupportPlanActions.Purpose, helper, elsewhere.Clock, Stop));
    }

    [Theory]
    [InlineData("coordinator", "\"0195a000-0000-7000-8000-000000000009\"", "SupportPlans.NotAPlan")] // nobody of the plan
    [InlineData("opening", "\" \"", "SupportPlans.OpeningMissing")]
    [InlineData("endsOn", "\"9000-06-01\"", "SupportPlans.EndIsFar")]
    [InlineData("opening", "null")]
    [InlineData("helpers", "null")]
    [InlineData("helpers", "[null]", "SupportPlans.NotAPlan")]
    [InlineData("tasks", "{}")]
    [InlineData("tasks", "[null]", "SupportPlans.NotAPlan")]
    [InlineData("updates", "[null]", "SupportPlans.NotAPlan")]
    [InlineData("helpers/0/state", "\"asleep\"")]
    [InlineData("helpers/0/state", "9")]
    [InlineData("helpers/0/mostADay", "0", "SupportPlans.NotAPlan")]
    [InlineData("helpers/1/person", "TWICE", "SupportPlans.NotAPlan")]
    [InlineData("tasks/0/helper", "\"0195a000-0000-7000-8000-000000000009\"", "SupportPlans.NotAPlan")]
    [InlineData("tasks/0/helper", "null", "SupportPlans.NotAPlan")] // taken by nobody
    [InlineData("tasks/0/state", "\"open\"", "SupportPlans.NotAPlan")] // free, and with somebody
    [InlineData("tasks/0/until", "\"2026-05-01\"", "SupportPlans.UntilBefore")]
    [InlineData("tasks/0/until", "\"2028-05-01\"", "SupportPlans.NotAPlan")] // for years
    [InlineData("tasks/0/on", "\"9000-06-01\"", "SupportPlans.AfterTheEnd")]
    [InlineData("tasks/0/what", "null")]
    [InlineData("updates/0/text", "\"\"", "SupportPlans.TextMissing")]
    [InlineData("updates/0/helper", "\"0195a000-0000-7000-8000-000000000009\"", "SupportPlans.NotAPlan")]
    public async Task An_archive_with_a_plan_that_is_none_is_refused_in_a_sentence(string place, string json, string? why = null)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var challenge = await house.Plans();
        var (_, path, _) = await house.Helps(challenge, "Grace Hopper");
        await house.Helps(challenge, "Alan Turing");
        await house.Takes(path, await house.Needs(challenge, "Cook", Monday, new(2026, 5, 6)));
        await house.Again().WriteSupportUpdate(challenge, "We are home again", house.Today, house.Clock, Stop);
        var document = JsonNode.Parse(await ArchiveActionsTests.Export(house))!;
        var (steps, at) = (place.Split('/'), document["supportPlans"]![0]!);
        foreach (var step in steps[..^1]) at = int.TryParse(step, out var row) ? at[row]! : at[step]!;
        at[steps[^1]] = JsonNode.Parse(json.Replace("TWICE", document["supportPlans"]![0]!["helpers"]![0]!["person"]!.ToJsonString(), StringComparison.Ordinal));
        await using var elsewhere = await TestHouse.Build(Engine.Sqlite);

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => ArchiveActionsTests.Load(elsewhere, document.ToJsonString()));

        Assert.Equal(why is null ? "Archive.Unreadable" : "Archive.RowProblem", refused.Reason.Key);
        Assert.Equal(why, refused.Reason.Inputs.OfType<Reason>().SingleOrDefault()?.Key);
        Assert.Equal(0, await elsewhere.Again().SupportPlans.CountAsync(Stop));
    }
}

using Mainstay.Challenges;
using Mainstay.People;
using Mainstay.SupportPlans;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>A support plan at a desk and on a phone, for its owner, a helper and whoever coordinates: no barriers, nothing sticks out, and nothing needs a script.</summary>
public class SupportPlanPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        var challenge = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        await page.GotoAsync($"/challenges/{challenge}/plan");
        await PagesTests.Look(page, $"support-begin-{width}-{theme}", barriers);
        var (helper, path) = await Fill(house, challenge);

        foreach (var (name, at) in new[] { ("support-panel", $"/challenges/{challenge}"), ("support-plan", $"/challenges/{challenge}/plan"), ("support-helper", $"/challenges/{challenge}/plan/helpers/{helper}"), ("support-link", path) })
        {
            await page.GotoAsync(at);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await house.Again().SetCoordinator(challenge, helper, Stop);
        await page.GotoAsync(path);
        await page.GetByText("Change", new() { Exact = false }).First.ClickAsync();
        await page.GetByText("How much a day").ClickAsync();
        await PagesTests.Look(page, $"support-coordinate-{width}-{theme}", barriers);
        await page.GotoAsync($"/challenges/{challenge}/plan/helpers/{helper}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
        await page.GetByText("Copy this and send it as you like").WaitForAsync();
        await PagesTests.Look(page, $"support-letter-{width}-{theme}", barriers);
        await house.Again().EndSupportPlan(challenge, house.Today, Stop);
        await page.GotoAsync($"/challenges/{challenge}/plan");
        await PagesTests.Look(page, $"support-over-{width}-{theme}", barriers);
        await page.GotoAsync(path);
        await PagesTests.Look(page, $"support-link-over-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task It_is_begun_shared_coordinated_and_left_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var challenge = (await house.Again().BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync($"/challenges/{challenge}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin a support plan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a support plan" }).ClickAsync();
        await page.GetByLabel("What is to be done?").FillAsync("Cook for four");
        await page.GetByLabel("On which day?").FillAsync("2026-05-04");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await page.GetByLabel("Whom do you invite?").FillAsync("Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Write to them Grace Hopper" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Let them coordinate" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
        var letter = await page.GetByLabel("Copy this and send it as you like").InputValueAsync();
        await page.GotoAsync(letter.Split('\n').Single(l => l.Contains("/answer/", StringComparison.Ordinal)).Trim());
        await page.GetByRole(AriaRole.Button, new() { Name = "I take it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is done" }).ClickAsync();
        await page.GetByLabel("How are things?").FillAsync("All is well");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("All is well")).ToBeVisibleAsync();
        await page.GetByText("Leave", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave now" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have left.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Peer support between people")).ToBeVisibleAsync();

        var line = await house.Again().SupportPlanThere(challenge, Stop);
        Assert.Equal((SupportTaskState.Done, HelperState.Left, null), (line.Tasks.Single().State, line.Helpers.Single().It.State, line.It.CoordinatorId));
    }

    /// <summary>A plan with much in it, as somebody has who needs it.</summary>
    private static async Task<(Guid Helper, string Path)> Fill(TestHouse house, Guid challenge)
    {
        await house.AdasAccount();
        var people = new List<Guid>();
        foreach (var name in new[] { "Grace Hopper", "Alan Turing", "أليس منصور", "Hans-Joachim Donaudampfschifffahrtsgesellschaftskapitän" }) people.Add((await house.Again().AddPerson(new() { Name = name, Emails = [new("somebody@example.org")] }, house.Clock, Stop)).Id);
        await house.Again().BeginSupportPlan(challenge, new("Thank you for looking in. The next weeks are full, and the everyday needs hands.\nTake what suits you, or nothing.", new(2026, 5, 31)), house.Today, house.Clock, Stop);
        await house.Again().InviteHelpers(challenge, people, house.Today, Stop);
        var helpers = (await house.Again().SupportPlanThere(challenge, Stop)).Helpers;
        var (grace, alan) = (helpers.Single(h => h.Name == "Grace Hopper").It.Id, helpers.Single(h => h.Name == "Alan Turing").It.Id);
        var tasks = new List<Guid>();
        foreach (var (what, on, until) in new[] { ("Cook for four and bring it at six", 2, 0), ("Take the children to school", 3, 7), ("Drive to the hospital appointment in Donaudampfschifffahrtsgesellschaftsstadt", 4, 0), ("数学 with Mara, an hour", 5, 0), ("Mow the lawn", 12, 0) })
            tasks.Add(await house.Again().AddSupportTask(challenge, new(what, house.Today.AddDays(on), until == 0 ? null : house.Today.AddDays(until)), house.Today, house.Clock, Stop));
        foreach (var (helper, task) in new[] { (grace, tasks[0]), (alan, tasks[2]), (grace, tasks[4]) })
        {
            var link = await Link(house, helper);
            await house.Again().TakeByLink(link.Link, task, house.Today, house.Clock, Stop);
        }
        var hers = await Link(house, grace);
        await house.Again().PassOnByLink(hers.Link, tasks[4], house.Today, house.Clock, Stop);
        await house.Again().WroteToHelper(alan, house.Today, house.Clock, Stop);
        foreach (var text in new[] { "We are home again. It will take a while.", "The doctors are content.\nVisits are welcome after four.", "Thank you for the soup.", "Nothing new today." })
        {
            await house.Again().WriteSupportUpdate(challenge, text, house.Today, house.Clock, Stop);
            house.Clock.Pass(TimeSpan.FromMinutes(1));
        }
        return (grace, hers.Path);
    }

    private static async Task<(Mainstay.Accounts.TokenLink Link, string Path)> Link(TestHouse house, Guid helper)
    {
        var secret = await house.Again().MakeSupportLink(helper, house.Today, house.Clock, Stop);
        return ((await Mainstay.Accounts.TokenLinkActions.OpenLink(house.Again(), secret, house.Clock, Stop)).Link, "/answer/" + secret);
    }
}

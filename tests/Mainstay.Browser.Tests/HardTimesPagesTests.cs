using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Hard times at a desk and on a phone, light and dark: no barriers, nothing sticks out, and nothing that was typed is lost.</summary>
public class HardTimesPagesTests(Browsing browsing) : IClassFixture<Browsing>
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

        await page.GotoAsync("/challenges");
        await PagesTests.Look(page, $"challenges-empty-{width}-{theme}", barriers);
        await house.Store.NoteLearning(new() { Text = "Ask for a notice period in every contract", Topic = "losing a client" }, house.Today, house.Clock, Stop);
        var open = (await house.Store.BeginChallenge(new("The big client left", "losing a client", house.Today.AddDays(90)) { Narrative = new("They wrote on Friday evening, two lines. It is two thirds of what comes in.", "I do not sleep much.", "Somebody who listens, and somebody who knows how to tell the team.") }, house.Today, house.Clock, Stop)).Id;
        var locked = (await house.Store.BeginChallenge(new("Donaudampfschifffahrtsgesellschaftskapitänsmütze"), house.Today, house.Clock, Stop)).Id;
        await house.Again().LockChallenge(locked, "correct horse battery", Stop);
        var grace = await KnownPeople(house);
        await house.Again().AskForHelp(open, HelpAs.Listen, new() { PersonId = grace, What = "Would you have half an hour for me this week? I do not look for advice, only for somebody who listens." }, house.Today, house.Clock, Stop);
        foreach (var (name, path) in new[] { ("challenges", "/challenges"), ("challenge", $"/challenges/{open}"), ("challenge-locked", $"/challenges/{locked}"), ("challenge-close", $"/challenges/{open}/close"), ("help-now", "/help-now"), ("challenge-help", $"/challenges/{open}/help"), ("challenge-ask", $"/challenges/{open}/ask?to={grace}&as=Carry") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync($"/challenges/{open}");
        await page.GetByText("Lock what you write").ClickAsync();
        await page.GetByLabel("A passphrase").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lock it" }).ClickAsync();
        await page.GetByText("Your recovery code").WaitForAsync();
        await PagesTests.Look(page, $"challenge-code-{width}-{theme}", barriers);
        var store = house.Again();
        store.Add(new ThanksDue { PersonId = grace, Since = house.Today });
        await store.SaveChangesAsync(Stop);
        await page.GotoAsync("/challenges/thanks");
        await PagesTests.Look(page, $"challenge-thanks-{width}-{theme}", barriers);
        await house.Store.SetCrisisCountry("PT", Stop);
        await page.GotoAsync("/help-now");
        await PagesTests.Look(page, $"help-now-none-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    /// <summary>People of every kind that is proposed, and something that could wait.</summary>
    private static async Task<Guid> KnownPeople(TestHouse house)
    {
        var grace = (await house.Again().AddPerson(new() { Name = "Grace Hopper", Emails = [new("grace@navy.example")] }, house.Clock, Stop)).Id;
        await house.Again().SetLayer(grace, Layer.Core, Stop);
        var alan = (await house.Again().AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop)).Id;
        await house.Again().Record(new() { People = [alan], On = house.Today.AddDays(-40), Kind = TouchKind.Call, Note = "Told me how losing a client two years ago went, and how they came through with three smaller ones in half a year" }, house.Today, house.Clock, Stop);
        var katherine = (await house.Again().AddPerson(new() { Name = "Katherine Johnson-Goble of the Flight Research Division" }, house.Clock, Stop)).Id;
        await house.Again().NoteFavour(new() { PersonId = katherine, Way = Way.Given, What = "Looked at her contract" }, house.Today, house.Clock, Stop);
        await house.Again().AddPerson(new() { Name = "Dorothy Vaughan", Topics = ["losing a client"] }, house.Clock, Stop);
        await house.Again().Promise(new() { Text = "Send the deck", DueOn = house.Today.AddDays(3), PersonId = alan }, house.Clock, Stop);
        await house.Again().AddGathering(new() { Name = "The meetup of clinics", On = house.Today.AddDays(8) }, house.Clock, Stop);
        return grace;
    }

    [Fact]
    public async Task What_is_typed_is_kept_when_the_page_is_left_in_the_middle_of_a_sentence()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var id = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        var page = await browsing.Open(site, 360, scripts: true);

        await page.GotoAsync($"/challenges/{id}");
        await page.GetByLabel("What happened?").PressSequentiallyAsync("They wrote on");
        await Assertions.Expect(page.GetByText("Kept.", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal("They wrote on", (await house.Again().ChallengeOf(id, Stop)).Happened);
        await page.GetByLabel("What do you fear?").PressSequentiallyAsync("that it goes on and");
        await page.GotoAsync("/challenges");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "The big client left" })).ToBeVisibleAsync();
        for (var i = 0; i < 100 && (await house.Again().ChallengeOf(id, Stop)).Feared is null; i++) await Task.Delay(50, Stop);
        Assert.Equal("that it goes on and", (await house.Again().ChallengeOf(id, Stop)).Feared);
    }

    [Fact]
    public async Task What_was_typed_a_moment_before_it_is_locked_is_locked_with_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var id = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        var page = await browsing.Open(site, 1280, scripts: true);

        await page.GotoAsync($"/challenges/{id}");
        await page.GetByText("Lock what you write").ClickAsync();
        await page.GetByLabel("A passphrase").FillAsync("correct horse battery");
        await page.GetByLabel("What happened?").FillAsync("They wrote on Friday.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lock it" }).ClickAsync();
        await page.GetByText("Your recovery code").WaitForAsync();

        var row = await house.Again().ChallengeOf(id, Stop);
        Assert.Null(row.Happened);
        Assert.Equal("They wrote on Friday.", row.ReadBy(await house.Again().OpenChallenge(id, "correct horse battery", Stop)).Happened);
    }

    [Fact]
    public async Task What_another_window_wrote_stays_when_this_one_is_kept_by_its_button()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var id = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        var page = await browsing.Open(site, 1280, scripts: true);

        await page.GotoAsync($"/challenges/{id}");
        await house.Again().WriteChallenge(id, was => was with { Tried = "Calling them, in the other window" }, null, Stop);
        await page.GetByLabel("What do you fear?").FillAsync("That it goes on");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("What have you tried?")).ToHaveValueAsync("Calling them, in the other window");

        var row = await house.Again().ChallengeOf(id, Stop);
        Assert.Equal(("Calling them, in the other window", "That it goes on"), (row.Tried, row.Feared));
    }

    [Fact]
    public async Task What_is_typed_while_the_lock_falls_shut_is_kept_when_the_passphrase_is_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var id = (await house.Store.BeginChallenge(new("The big client left") { Narrative = new("They wrote on Friday.", Tried: "Calling") }, house.Today, house.Clock, Stop)).Id;
        await house.Again().LockChallenge(id, "correct horse battery", Stop);
        var page = await browsing.Open(site, 360, scripts: true);

        await page.GotoAsync($"/challenges/{id}");
        await page.GetByLabel("Passphrase or recovery code").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("What have you tried?")).ToHaveValueAsync("Calling");
        house.Clock.Pass(TimeSpan.FromMinutes(31));
        await page.GetByLabel("What do you fear?").FillAsync("That it goes on");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).First.ClickAsync();
        await page.Locator("#write-passphrase").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("What have you tried?")).ToHaveValueAsync("Calling");

        var written = (await house.Again().ChallengeOf(id, Stop)).ReadBy(await house.Again().OpenChallenge(id, "correct horse battery", Stop));
        Assert.Equal(("They wrote on Friday.", "Calling", "That it goes on"), (written.Happened, written.Tried, written.Feared));
    }

    [Fact]
    public async Task It_is_described_locked_and_closed_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/challenges");
        await page.GetByLabel("What do you call it?").FillAsync("The big client left");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.GetByLabel("What happened?").FillAsync("They wrote on Friday.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).First.ClickAsync();
        await page.GetByText("Lock what you write").ClickAsync();
        await page.GetByLabel("A passphrase").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lock it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "I have written it down" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("What happened?")).ToHaveValueAsync("They wrote on Friday.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Shut it now" }).ClickAsync();
        await Assertions.Expect(page.GetByText("What you wrote is locked.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "It is over: close it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close and delete it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is closed and deleted.")).ToBeVisibleAsync();

        Assert.Empty(await house.Again().AllChallenges(Stop));
    }
}

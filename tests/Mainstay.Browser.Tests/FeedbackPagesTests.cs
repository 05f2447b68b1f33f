using System.Text.RegularExpressions;
using Mainstay.Feedback;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Feedback at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public partial class FeedbackPagesTests(Browsing browsing) : IClassFixture<Browsing>
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
        var (grace, other) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        await page.GotoAsync("/feedback");
        await PagesTests.Look(page, $"feedback-empty-{width}-{theme}", barriers);
        var open = await Asked(house, "My talk in Lisbon, and above all its beginning", false, grace, other);
        var unsigned = await Asked(house, "How I lead our weekly call", true, grace, other);
        var link = "/answer/" + await house.Store.MakeFeedbackLink(open, other, house.Today, house.Clock, Stop);
        var unsignedLink = "/answer/" + await house.Store.MakeFeedbackLink(unsigned, other, house.Today, house.Clock, Stop);
        await house.Store.SendFeedback(open, grace, house.Today, house.Clock, Stop);
        await house.Store.NoteReply(open, grace, new("The story of the first clinic. I have told it to three people since.", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"), house.Today, house.Clock, Stop);
        foreach (var (name, path) in new[] { ("feedback", "/feedback"), ("feedback-new", $"/feedback/new?to={grace}"), ("feedback-open", $"/feedback/{open}"), ("feedback-unsigned", $"/feedback/{unsigned}"), ("feedback-said", $"/feedback/{open}/to/{other}/said"), ("feedback-link", link), ("feedback-link-unsigned", unsignedLink), ("person-feedback", $"/people/{grace}") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await house.Store.CloseFeedback(open, house.Today, Stop);
        await page.GotoAsync($"/feedback/{open}");
        await PagesTests.Look(page, $"feedback-respond-{width}-{theme}", barriers);
        await page.GotoAsync("/");
        await PagesTests.Look(page, $"today-feedback-{width}-{theme}", barriers);
        await house.Again().RespondToFeedback(open, "I will begin with the first clinic, and leave out the numbers.", house.Today, Stop);
        await page.GotoAsync($"/feedback/{open}");
        await PagesTests.Look(page, $"feedback-tell-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task It_is_asked_and_answered_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/feedback/new");
        await page.GetByLabel("What is it about?").FillAsync("My talk");
        await page.GetByLabel("Whom do you ask?").FillAsync("Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write Grace Hopper" }).ClickAsync();
        var link = Link().Match(await page.Locator("textarea").InputValueAsync()).Value;
        await page.GetByRole(AriaRole.Button, new() { Name = "I have sent it" }).ClickAsync();
        await page.GotoAsync(link);
        await page.GetByLabel("What should I keep doing?").FillAsync("The stories");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my answer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Thank you. Your answer is there.")).ToBeVisibleAsync();

        Assert.Equal("The stories", Assert.Single(Assert.Single(await house.Again().AllFeedback(house.Today, Stop)).Replies).First);
    }

    private static async Task<Guid> Asked(TestHouse house, string about, bool anonymous, params Guid[] people) =>
        (await house.Store.AskFeedback(new() { About = about, Questions = FeedbackWords.Usual, IsAnonymous = anonymous, People = people }, house.Today, house.Clock, Stop)).Id;

    [GeneratedRegex("/answer/[a-z0-9]+")]
    private static partial Regex Link();
}

using Mainstay.Exchange;
using Mainstay.Needs;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Asks at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class ExchangePagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, _) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var asks = await Asks(house, grace);
        var secret = await house.Store.MakeAskLink(asks[0], house.Today, house.Clock, Stop);
        var (favour, wish, door) = ((await house.Store.AllFavours(Stop))[0].Favour.Id, (await house.Store.AllWishes(Stop))[0].Wish.Id, (await house.Store.AllOpportunities(Stop))[0].Door.Id);
        var offer = (await house.Store.AllOffers(Stop))[0].Id;
        var barriers = new List<string>();

        foreach (var (name, path) in new[] { ("asks", "/asks"), ("ask-new", $"/asks/new?to={grace}"), ("ask-first", $"/asks/new?first=1&to={grace}"), ("ask-draft", $"/asks/{asks[0]}"), ("ask-yes", $"/asks/{asks[1]}"), ("ask-more", $"/asks/{asks[2]}"), ("ask-no", $"/asks/{asks[3]}"), ("favours", "/favours"), ("person-exchange", $"/people/{grace}"), ("favour-change", $"/favours/{favour}/edit"), ("wish-change", $"/wishes/{wish}/edit"), ("door-change", $"/opportunities/{door}/edit"), ("offer-change", $"/map/goals?edit={offer}"), ("answer", $"/answer/{secret}"), ("answer-over", "/answer/unknown") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync($"/asks/{asks[0]}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
        await page.GetByText("Copy this and send it as you like").WaitForAsync();
        await PagesTests.Look(page, $"ask-ready-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    private static async Task<Guid[]> Asks(TestHouse house, Guid grace)
    {
        var store = house.Store;
        var need = (await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing for clinics" }, house.Clock, Stop)).Id;
        string[] what = ["Would you look at my price list before I send it to the clinics, and tell me the one line you would leave out?", "Could you introduce me to the buyer of the hospital?", "Half an hour to think aloud about the second seat", "A reference for the grant, two paragraphs at most"];
        var asks = new List<Guid>();
        foreach (var text in what) asks.Add((await store.AddAsk(new() { PersonId = grace, What = text, HowLong = "20", InReturn = "An honest test of your new page", NeedId = need }, house.Today, house.Clock, Stop)).Id);
        await store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Read the whole contract in one evening, and found the clause", Topic = "contracts", On = house.Today.AddDays(-20) }, house.Today, house.Clock, Stop);
        await store.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "A review of her talk", Weight = Weight.FiveMinute }, house.Today, house.Clock, Stop);
        await store.AddOffer(new("An honest page of feedback on a landing page"), house.Clock, Stop);
        await store.AddWish(new(grace, "Somebody to look at the landing page of the museum"), house.Today, house.Clock, Stop);
        await store.AddOpportunity(new(grace, "A talk at the open day of the naval hospital"), house.Today, house.Clock, Stop);
        await store.SayAnswer(asks[1], new(AskReplyKind.Yes, "Gladly. I will write to her on Monday."), house.Today, house.Clock, Stop);
        await store.SayAnswer(asks[2], new(AskReplyKind.More, "Which seat?"), house.Today, house.Clock, Stop);
        await store.SayAnswer(asks[3], new(AskReplyKind.NotNow, null, house.Today.AddDays(40)), house.Today, house.Clock, Stop);
        return [.. asks];
    }
}

using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Entrance;
using Mainstay.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Sessions of a circle in several browsers at once.</summary>
public sealed class CircleSessionTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static readonly string[] Names = ["Grace Brewster Murray Hopper", "Alan Turing", "王小明", "ليلى الخطيب"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_does_shows_to_the_other_without_a_reload()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var cast = await Cast.Of(house, SessionKind.Ring);
        await cast.Store.BeginSession(cast.Ada, cast.Id, true, house.Clock, Stop);
        var (ada, grace) = (await browsing.Open(site, scripts: true), await As(site, cast.Others[0], scripts: true));
        await ada.GotoAsync(cast.Href);
        await grace.GotoAsync(cast.Href);

        await grace.GetByLabel("What you ask for").FillAsync("Somebody who sold to hospitals");
        await grace.GetByRole(AriaRole.Button, new() { Name = "Ask the ring" }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Somebody who sold to hospitals")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await grace.GetByLabel("What you ask for").FillAsync("Somebody who sold to hospitals in spring");
        await ada.GetByRole(AriaRole.Button, new() { Name = "On: Requests" }).ClickAsync();

        await Assertions.Expect(grace.GetByRole(AriaRole.Heading, new() { Name = "Requests" }).First).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(grace.GetByText("It is the turn of Ada Lovelace.")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(grace.GetByLabel("What you ask for")).ToHaveValueAsync("Somebody who sold to hospitals in spring");
        await ada.GetByRole(AriaRole.Button, new() { Name = "I have finished" }).ClickAsync();
        await Assertions.Expect(grace.GetByText("It is your turn.")).ToBeVisibleAsync(new() { Timeout = 10_000 });
    }

    [Theory]
    [InlineData(360, ColorScheme.Light), InlineData(360, ColorScheme.Dark), InlineData(1280, ColorScheme.Light), InlineData(1280, ColorScheme.Dark)]
    public async Task Every_part_can_be_looked_at(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var (hot, barriers) = (await Cast.Of(house, SessionKind.HotSeat), new List<string>());
        var page = await browsing.Open(site, width, theme, scripts: true);
        var presenter = await As(site, hot.Others[0], width, theme, scripts: true);
        await Look(page, hot.Href, "hotseat-planned");
        await hot.Store.BeginSession(hot.Ada, hot.Id, true, house.Clock, Stop);
        await Look(page, hot.Href, "hotseat-checkin");
        await hot.On(SessionStep.Questions);
        await hot.Say(hot.Others[1], EntryKind.Question, "Who decides about the budget, and when did you last speak with them?");
        await Look(page, hot.Href, "hotseat-questions");
        await hot.On(SessionStep.Experience);
        await Look(presenter, hot.Href, "hotseat-presenter");
        await hot.On(SessionStep.Actions);
        await Look(page, hot.Href, "hotseat-actions");
        await hot.Store.EndSession(hot.Ada, hot.Id, house.Clock, Stop);
        await Look(presenter, hot.Href, "hotseat-record");

        var ring = await hot.Again(SessionKind.Ring);
        await ring.Store.BeginSession(ring.Ada, ring.Id, true, house.Clock, Stop);
        await ring.On(SessionStep.Requests);
        var request = await ring.Say(ring.Others[0], EntryKind.Request, "Somebody who sold software to a hospital with more than five hundred beds, before the end of May");
        await ring.Say(ring.Ada, EntryKind.Request, "A printer for one evening");
        await ring.Say(ring.Others[2], EntryKind.IKnowSomeone, "My sister runs a ward in Lyon.", request);
        await Look(page, ring.Href, "ring");
        await ring.Store.EndSession(ring.Ada, ring.Id, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        await Look(page, ring.Href, "ring-report");
        await Look(page, ring.Href[..ring.Href.LastIndexOf('/')], "sessions");
        await Look(page, ring.Href[..ring.Href.LastIndexOf('/')] + "/new?kind=Peer", "peer-new");
        var peer = (await ring.Store.PlanSession(ring.Others[0], new() { Kind = SessionKind.Peer, Wish = SupportWish.Listen, OffLimits = "My mother", HelperId = ring.Ada }, house.Clock, Stop)).Id;
        var at = $"{ring.Href[..ring.Href.LastIndexOf('/')]}/{peer}";
        await Look(page, at, "peer-asked");
        await ring.Store.SayHasRoom(ring.Ada, peer, house.Clock, Stop);
        await ring.Store.BeginSession(ring.Ada, peer, false, house.Clock, Stop);
        await Look(page, at, "peer-running");
        await ring.Store.StopForDanger(ring.Ada, peer, house.Clock, Stop);
        await Look(page, at, "peer-stopped");

        Assert.Empty(barriers);

        async Task Look(IPage who, string path, string name)
        {
            await who.GotoAsync(path);
            await PagesTests.Look(who, $"session-{name}-{width}-{theme}", barriers);
        }
    }

    private async Task<IPage> As(WebApplication site, Guid account, int width = 1280, ColorScheme theme = ColorScheme.Light, bool scripts = false)
    {
        var page = await browsing.OpenAsStranger(site, width, theme, scripts);
        await using var scope = site.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<Store>().BeginSession(account, new("Chrome", "Linux"), site.Services.GetRequiredService<TimeProvider>(), Stop);
        await page.Context.AddCookiesAsync([new() { Url = site.Urls.Single(), Name = site.Services.GetRequiredService<SessionCookie>().Name, Value = secret }]);
        return page;
    }

    /// <summary>Ada's circle with four others, who are all in its session.</summary>
    private sealed record Cast(TestHouse House, Guid Circle, Guid Ada, IReadOnlyList<Guid> Others, Guid Id)
    {
        public Store Store => House.Scope(Circle);

        public string Href => $"{CirclePlace.Of(Circle)}/sessions/{Id}";

        public static async Task<Cast> Of(TestHouse house, SessionKind kind)
        {
            var ada = (await house.AdasAccount()).Id;
            var circle = (await house.Scope(house.Ada.SpaceId).FoundCircle(ada, new() { Name = "First founders", Purpose = "We carry each other.", Charter = "What is said stays." }, house.Clock, Stop)).Id;
            var others = new List<Guid>();
            foreach (var name in Names)
            {
                await using var scope = house.Services.CreateAsyncScope();
                var account = await scope.ServiceProvider.GetRequiredService<Store>().AddAccount(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), new() { Name = name, Mail = $"member{others.Count}@example.org", TimeZone = "UTC", Locale = "en" }, house.Clock, Stop);
                var store = house.Scope(circle);
                store.Add(new Access { AccountId = account.Id, SpaceId = circle, Role = SpaceRole.Member, Since = house.Clock.GetUtcNow().UtcDateTime });
                await store.SaveChangesAsync(Stop);
                await store.AgreeToCharter(account.Id, new() { Name = name }, house.Clock, Stop);
                others.Add(account.Id);
            }
            return await new Cast(house, circle, ada, others, default).Again(kind);
        }

        /// <summary>Another session of the same people. In a hot seat the first of them presents.</summary>
        public async Task<Cast> Again(SessionKind kind)
        {
            var id = (await Store.PlanSession(Ada, new() { Kind = kind, Title = kind == SessionKind.Ring ? "Spring ring" : "Whether to raise prices before the fair" }, House.Clock, Stop)).Id;
            foreach (var who in Others) await Store.JoinSession(who, id, kind == SessionKind.HotSeat && who == Others[0] ? SessionRole.Presenter : SessionRole.Member, House.Clock, Stop);
            return this with { Id = id };
        }

        public async Task On(SessionStep step)
        {
            while (await Stand() is { } stand && stand.Phase.Step != step) await Store.NextPhase(Ada, Id, stand.Session.Phase, House.Clock, Stop);
        }

        public async Task<Guid> Say(Guid who, EntryKind kind, string text, Guid? about = null) => (await Store.SayInSession(who, Id, new() { Kind = kind, Text = text, AboutId = about }, House.Today, House.Clock, Stop)).Id;

        private async Task<SessionStand> Stand() => await Store.StandOf(await Store.SeatOf(Ada, Stop), Id, House.Clock.GetUtcNow().UtcDateTime, Stop);
    }
}

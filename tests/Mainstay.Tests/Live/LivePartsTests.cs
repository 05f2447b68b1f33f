using System.Diagnostics;
using System.Net;
using Mainstay.Accounts;
using Mainstay.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Live;

/// <summary>The live part of the styleguide, which shows how an account wants its pages.</summary>
public class LivePartsTests
{
    private const string Told = "/styleguide/live", Chosen = "/styleguide/theme";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Tells_the_version_at_once_and_each_that_comes_within_a_second(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Open(house);
        await using var other = await Open(house); // another process
        using var line = await Line.To(other, Told);

        var first = await line.Event();
        var watch = Stopwatch.StartNew();
        using var done = await site.Post("/styleguide", Chosen, ("theme", "Dark"));
        var second = await line.Event();

        Assert.Equal(("text/event-stream", "no-store", "no"), (line.Answer.Content.Headers.ContentType!.MediaType, line.Answer.Headers.CacheControl!.ToString(), line.Answer.Headers.GetValues("X-Accel-Buffering").Single()));
        Assert.Equal(("changed System", "changed Dark"), (first, second));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}."); // a second, and time for a machine that has much to do
    }

    [Theory, OnBoth]
    public async Task Says_nothing_when_nothing_is_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Open(house);
        using var line = await Line.To(site, Told);
        await line.Event();

        using var same = await site.Post("/styleguide", Chosen, ("theme", "System"));
        await Task.Delay(700, Stop);
        using var done = await site.Post("/styleguide", Chosen, ("theme", "Light"));

        Assert.Equal("changed Light", await line.Event());
    }

    [Theory, OnBoth]
    public async Task Ends_for_who_was_signed_out(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Open(house);
        await using var phone = await site.As(await house.AdasAccount());
        using var line = await Line.To(phone, Told);
        await line.Event();

        await house.Store.EndSession(phone.Session!, Stop);
        using var done = await site.Post("/styleguide", Chosen, ("theme", "Dark"));

        Assert.Null(await line.Event());
    }

    [Theory, OnBoth]
    public async Task Ends_for_who_was_signed_out_even_when_nothing_happens(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Open(house);
        site.Services.GetRequiredService<LiveParts>().Heartbeat = TimeSpan.FromMilliseconds(200);
        using var line = await Line.To(site, Told);
        await line.Event();
        Assert.Equal(":", await line.Raw());

        await house.Store.EndSession(site.Session!, Stop);

        Assert.Null(await line.Event());
    }

    [Theory, OnBoth]
    public async Task Ends_at_once_when_the_server_stops(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Open(house);
        using var line = await Line.To(site, Told);
        await line.Event();

        var watch = Stopwatch.StartNew();
        await site.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync(Stop);

        Assert.Null(await line.Event());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Ends_after_a_while_so_that_the_browser_comes_again()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Open(house);
        site.Services.GetRequiredService<LiveParts>().Longest = TimeSpan.FromMilliseconds(500);
        using var line = await Line.To(site, Told);
        await line.Event();

        Assert.Null(await line.Event());
    }

    [Fact]
    public async Task One_person_has_no_more_than_twenty()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var lines = new List<Line>();
        for (var i = 0; i < Seats.Most; i++) lines.Add(await Line.To(site, Told));

        using var tooMany = await site.Browser.GetAsync(Told, HttpCompletionOption.ResponseHeadersRead, Stop);
        using var ofBob = await Line.To(bob, Told);
        foreach (var line in lines) line.Dispose();

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.Equal("changed System", await ofBob.Event());
        for (var tries = 0; ; tries++)
        {
            using var again = await site.Browser.GetAsync(Told, HttpCompletionOption.ResponseHeadersRead, Stop);
            if (again.StatusCode == HttpStatusCode.OK) break;
            Assert.True(tries < 50, "The places were not given back.");
            await Task.Delay(100, Stop);
        }
    }

    [Theory, OnBoth]
    public async Task Bob_is_told_of_his_own(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        using var line = await Line.To(bob, Told);
        await line.Event();

        using var hers = await site.Post("/styleguide", Chosen, ("theme", "Dark"));
        using var his = await bob.Post("/styleguide", Chosen, ("theme", "Light"));

        Assert.Equal("changed Light", await line.Event());
    }

    [Fact]
    public async Task Nobody_is_told_who_is_not_signed_in()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Open(house);
        await using var stranger = site.Stranger();

        using var answer = await stranger.Browser.GetAsync(Told, HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static Task<TestSite> Open(TestHouse house)
    {
        house.ServeForDevelopers();
        return TestSite.Open(house);
    }
}

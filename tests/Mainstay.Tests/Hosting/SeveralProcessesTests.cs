using System.Diagnostics;
using System.Net;
using Mainstay.Accounts;
using Mainstay.Jobs;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Tests.Live;
using Mainstay.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Hosting;

/// <summary>Real servers, as behind a proxy: each with a data folder of its own, on one PostgreSQL.</summary>
public sealed class SeveralProcessesTests : IAsyncLifetime
{
    private const string Right = "correct horse battery", Guide = "/styleguide", Told = "/styleguide/live", Chosen = "/styleguide/theme";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private Settings settings = null!;
    private readonly SmtpDesk desk = new() { OffersTls = false };
    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }); // cookies do not know ports: what one server gives the other is shown
    private ServiceProvider? services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private (string, string)[] Mail => [("MAINSTAY_SMTP", desk.Address), ("MAINSTAY_SMTP_SECURITY", "none"), ("MAINSTAY_MAIL_FROM", "post@mainstay.example")];

    [Fact]
    public async Task Two_that_start_at_once_on_an_empty_database_are_as_one()
    {
        settings = Databases.Empty(Engine.Postgres);
        var both = await Task.WhenAll(ServerProcess.Start(settings, Mail), ServerProcess.Start(settings, Mail));
        await using var one = both[0];
        await using var two = both[1];

        await SetUp(one);
        var spaces = new[] { await StoreOf(null).Spaces.Select(s => s.Id).SingleAsync(Stop), await AnotherSpace() };
        foreach (var space in spaces)
            for (var i = 0; i < 5; i++) await Post(space, $"{space} {i}");
        using (var line = await Line.To(browser, new Uri(two.Address, Told).ToString()))
        {
            Assert.Equal("changed System", await line.Event());
            var watch = Stopwatch.StartNew();
            await Choose(one, "Dark", formOf: two);
            Assert.Equal("changed Dark", await line.Event());
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}."); // a second, and time for a machine that has much to do
        }
        await SignOut(one);
        Assert.Equal(HttpStatusCode.SeeOther, (await Ask(two, "/settings")).Status);

        await Until(() => StoreOf(null).Letters.IgnoreQueryFilters().AllAsync(l => l.State == LetterState.Sent, Stop));
        var letters = await StoreOf(null).Letters.IgnoreQueryFilters().ToListAsync(Stop);
        Assert.Equal(10, letters.Count);
        Assert.All(letters, l => Assert.Equal(1, l.Attempts));
        Assert.Equal(10, desk.Mails.Select(Subject).Distinct().Count());
        Assert.Equal(10, desk.Mails.Count);
    }

    [Fact]
    public async Task What_a_killed_one_had_in_hand_another_takes_up_and_nothing_that_it_acknowledged_is_lost()
    {
        settings = await Databases.Fresh(Engine.Postgres);
        await using var one = await ServerProcess.Start(settings, Mail);
        await SetUp(one);
        var space = await StoreOf(null).Spaces.Select(s => s.Id).SingleAsync(Stop);
        using var isKilled = new ManualResetEventSlim();
        var isAtIt = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.OnText = () =>
        {
            isAtIt.TrySetResult();
            isKilled.Wait(Patience);
        };
        for (var i = 0; i < 3; i++) await Post(space, $"number {i}");
        using var line = await Line.To(browser, new Uri(one.Address, Told).ToString());
        await line.Event();
        await isAtIt.Task.WaitAsync(Patience, Stop);
        Assert.True((await StoreOf(null).Alarms.SingleAsync(a => a.Job == "mail", Stop)).DueAt > Now.AddMinutes(5), "It is its turn.");
        await using var two = await ServerProcess.Start(settings, Mail);

        await Choose(one, "Dark", formOf: one);
        await one.Kill();
        isKilled.Set();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (await line.Event() is not null) continue;
            throw new EndOfStreamException();
        });
        using var again = await Line.To(browser, new Uri(two.Address, Told).ToString());
        Assert.Equal("changed Dark", await again.Event());
        await RoundAt(Now.AddMinutes(11));
        var letters = await StoreOf(space).Letters.OrderBy(l => l.Subject).ToListAsync(Stop);
        Assert.Single(letters, l => l.State == LetterState.PerhapsSent);
        Assert.Equal(2, letters.Count(l => l.State == LetterState.Sent));
        Assert.All(desk.Mails.GroupBy(Subject), same => Assert.Single(same));
    }

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Databases.Postgres is null, "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        desk.Dispose();
        if (services is not null) await services.DisposeAsync();
        if (settings is not null) await Databases.Remove(settings);
    }

    private async Task SetUp(ServerProcess server)
    {
        var key = await server.SetUpKey();
        var form = TestSite.Form((await Ask(server, $"/setup?key={key}")).Text, "/setup");
        foreach (var (name, value) in new[] { ("name", "Ada Lovelace"), ("mail", "ada@example.org"), ("password", Right), ("timeZone", "UTC") }) form[name] = value;
        Assert.Equal(HttpStatusCode.SeeOther, await Send(server, "/setup", form));
    }

    private async Task Choose(ServerProcess server, string theme, ServerProcess formOf)
    {
        var form = TestSite.Form((await Ask(formOf, Guide)).Text, Chosen);
        form["theme"] = theme;
        Assert.Equal(HttpStatusCode.SeeOther, await Send(server, Chosen, form));
    }

    private async Task SignOut(ServerProcess server)
    {
        var form = TestSite.Form((await Ask(server, "/sign-out")).Text, "/sign-out");
        await Send(server, "/sign-out", form);
    }

    private async Task<(HttpStatusCode Status, string Text)> Ask(ServerProcess server, string path)
    {
        using var answer = await browser.GetAsync(new Uri(server.Address, path), Stop);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
    }

    private async Task<HttpStatusCode> Send(ServerProcess server, string path, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await browser.PostAsync(new Uri(server.Address, path), content, Stop);
        return answer.StatusCode;
    }

    private async Task<Guid> AnotherSpace()
    {
        await using var store = StoreOf(null);
        var space = store.Add(new Space { Id = Guid.CreateVersion7(), Name = "Bob's network", TimeZone = "Europe/Berlin", Locale = "de", CreatedAt = Now }).Entity;
        await store.SaveChangesAsync(Stop);
        return space.Id;
    }

    private async Task Post(Guid space, string subject)
    {
        await using var store = StoreOf(space);
        await store.Post(new() { Cause = "Mail.CauseTest", To = "ada@example.org", Subject = subject, Text = "Good morning." }, TimeProvider.System, Stop);
    }

    /// <summary>A store as a process beside the servers has it.</summary>
    private Store StoreOf(Guid? space)
    {
        services ??= House.Furnish(settings, TimeProvider.System).BuildServiceProvider();
        var store = new Store(services.GetRequiredService<DbContextOptions<Store>>());
        store.SpaceId = space ?? Guid.Empty;
        return store;
    }

    /// <summary>One look at the alarms by a third process, whose clock is ahead.</summary>
    private async Task RoundAt(DateTime moment)
    {
        var with = settings with { Smtp = desk.Address, SmtpSecurity = "none", MailFrom = "post@mainstay.example" };
        await using var later = House.Furnish(with, new StandingClock(moment)).BuildServiceProvider();
        await new Clockwork([later.GetRequiredService<Postman>()], later, NullLogger<Clockwork>.Instance).Round(Stop);
    }

    private static string Subject(string mail) => mail.Split("\r\n").Single(l => l.StartsWith("Subject", StringComparison.Ordinal));

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(200, Stop)) Assert.True(watch.Elapsed < Patience, "It did not come to that.");
    }
}

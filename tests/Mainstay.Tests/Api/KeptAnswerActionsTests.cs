using System.Net;
using Mainstay.Api;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Api;

public class KeptAnswerActionsTests
{
    private const string Key = "Idempotency-Key";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_same_request_again_is_answered_the_same_and_done_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var first = (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "first"))).Is(HttpStatusCode.Created);
        var again = (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "first"))).Is(HttpStatusCode.Created);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal((first.Headers["Location"], first.Tag), (again.Headers["Location"], again.Tag));
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        Assert.DoesNotContain("Idempotency-Replayed", first.Headers.Keys);
        Assert.Single((await site.Ask("/api/people")).Each("items", "name"));
        (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "second"))).Is(HttpStatusCode.Created);
        Assert.Equal(2, (await site.Ask("/api/people")).Each("items", "name").Length);
    }

    [Theory, OnBoth]
    public async Task Another_request_with_the_same_key_is_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "first"))).Is(HttpStatusCode.Created);

        Assert.Equal("This key came with another request before. Take a new one.", (await site.Hand("/api/people", new { Name = "Alan Turing" }, (Key, "first"))).Wrong(Key));
        Assert.NotEmpty((await site.Hand("/api/tasks", new { Text = "Send the deck" }, (Key, "first"))).Wrong(Key));
        Assert.Equal(["Grace Hopper"], (await site.Ask("/api/people")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Of_many_at_once_one_is_done(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "once"))));

        Assert.All(told, t => Assert.True(t.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, t.Text));
        Assert.Contains(told, t => t.Status == HttpStatusCode.Created);
        Assert.Single(told.Where(t => t.Status == HttpStatusCode.Created).Select(t => t.Text).Distinct());
        Assert.Single((await site.Ask("/api/people")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task A_request_that_was_refused_may_be_made_right(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Hand("/api/people", new { Name = " " }, (Key, "first"))).Wrong("name"));
        Assert.Empty(await house.Again().KeptAnswers.ToListAsync(Stop));
        (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "first"))).Is(HttpStatusCode.Created);
    }

    [Theory, OnBoth]
    public async Task When_the_work_fails_in_the_middle_neither_it_nor_its_answer_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Again();
        var call = CallOf(house, store);

        // As a kill would: the person is written, and then nothing more happens.
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.Once("first", async c =>
        {
            await c.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
            throw new InvalidOperationException();
        }));

        Assert.Empty(await house.Again().People.ToListAsync(Stop));
        Assert.Empty(await house.Again().KeptAnswers.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_key_is_forgotten_after_a_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "first"))).Is(HttpStatusCode.Created);

        house.Clock.Pass(TimeSpan.FromHours(23));
        Assert.NotEmpty((await site.Hand("/api/people", new { Name = "Alan Turing" }, (Key, "first"))).Wrong(Key));
        house.Clock.Pass(TimeSpan.FromHours(1));
        (await site.Hand("/api/people", new { Name = "Alan Turing" }, (Key, "first"))).Is(HttpStatusCode.Created);
        Assert.Single(await house.Again().KeptAnswers.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Bobs_keys_are_his_own(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await CallOf(house, bob).Once("first", async call =>
        {
            await call.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop);
            return ApiAnswer.Of(new { Secret = "Katherine" });
        });
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/people", new { Name = "Grace Hopper" }, (Key, "first"))).Is(HttpStatusCode.Created);

        Assert.DoesNotContain("Katherine", made.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ключ")]
    public async Task A_key_is_plain_characters(string key)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        await Assert.ThrowsAsync<Mistaken>(() => CallOf(house, house.Store).Once(key, _ => Task.FromResult(ApiAnswer.Done)));
        await Assert.ThrowsAsync<Mistaken>(() => CallOf(house, house.Store).Once(new string('x', 256), _ => Task.FromResult(ApiAnswer.Done)));
    }

    /// <summary>Whatever an operation does, it does in the transaction that keeps its answer.</summary>
    [Theory, OnBoth]
    public async Task Every_POST_takes_a_key(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ids = await EveryRouteTests.Things(house.Store, house);
        await using var site = await TestSite.Open(house);
        var wrong = new List<string>();
        Assert.Contains("due", (await site.Ask("/api/today")).Each("items", "kind"));

        // What is closed is gone, and so is who is brought into somebody else: that comes last.
        foreach (var (method, path, operation) in (await EveryRouteTests.All(site)).OrderBy(o => o.Path.EndsWith("/close", StringComparison.Ordinal) || o.Path == "/api/people/{id}/merge"))
            if (method == HttpMethod.Post)
            {
                var told = new List<Told>();
                foreach (var id in ids.Values) told.Add(await site.Send(HttpMethod.Post, EveryRouteTests.With(path, id), Sample(operation), (Key, $"{path} {id}")));
                if (told.TrueForAll(t => (int)t.Status is 404) || told.Exists(t => (int)t.Status >= 500)) wrong.Add($"{path}: {string.Join(", ", told.Select(t => (int)t.Status))}");
            }

        Assert.Empty(wrong);

        object? Sample(System.Text.Json.JsonElement operation) => EveryRouteTests.Sample(operation) is string text
            ? text.Replace("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01", ids["person"].ToString(), StringComparison.Ordinal).Replace("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a31", ids["other person"].ToString(), StringComparison.Ordinal).Replace("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a06", ids["other organization"].ToString(), StringComparison.Ordinal).Replace("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a61", ids["organization"].ToString(), StringComparison.Ordinal).Replace("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a75", ids["organization"].ToString(), StringComparison.Ordinal)
            : EveryRouteTests.Sample(operation);
    }

    private static ApiCall CallOf(TestHouse house, Store store)
    {
        var services = new OneStore(house.Services, store, new(house.Clock) { Guest = new(Guid.Empty, null, house.Ada, Mainstay.Accounts.Scope.Write) { Role = Mainstay.Accounts.SpaceRole.Owner, Name = "Ada" } });
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = services };
        http.Request.Method = "POST";
        http.Request.Path = "/api/people";
        return new(http, new("addPerson", "Add a person") { Chapter = "People" });
    }

    private sealed class OneStore(IServiceProvider house, Store store, Mainstay.Web.Visit visit) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Store) ? store : serviceType == typeof(Mainstay.Web.Visit) ? visit : house.GetService(serviceType);
    }
}

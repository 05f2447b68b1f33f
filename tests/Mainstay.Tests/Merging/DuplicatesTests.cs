using System.Net;
using Mainstay.Merging;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Merging;

/// <summary>Who is here twice: found, looked at, brought together and taken apart from every door.</summary>
public class DuplicatesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Finds_who_may_be_here_twice_the_likeliest_first_and_says_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var alan = await house.Store.AddPerson(new() { Name = "Alan Turing", Phones = [new("+44 20 7946 0000")] }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Turing, Alan" }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Joan Clarke", Phones = [new("+44 20 7946 0000")] }, house.Clock, Stop);
        foreach (var person in new[] { grace, twice }) await house.Again().SetAffiliations(person.Id, [new("US Navy")], house.Clock, Stop);

        var found = await house.Again().Duplicates(10, Stop);

        Assert.Equal(["G. Hopper+Grace Hopper", "Alan Turing+Turing, Alan"], found.Pairs.Select(p => string.Join('+', new[] { found.Names[p.FirstId], found.Names[p.SecondId] }.Order(StringComparer.Ordinal))));
        Assert.Equal(["Merging.Name_Near", "Merging.SharedMail", "Merging.SameOrganization"], found.Pairs[0].Because.Select(b => b.Key));
        Assert.Equal(2, found.Total);
        Assert.Equal([alan.Id], (await house.Again().DuplicatesOf(alan.Id, Stop)).Pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }).Where(id => id == alan.Id));
    }

    [Theory, OnBoth]
    public async Task Who_was_met_at_one_time_with_the_other_or_was_said_to_be_two_is_not_proposed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var (one, other) = (await house.Store.AddPerson(new() { Name = "Maria Silva" }, house.Clock, Stop), await house.Store.AddPerson(new() { Name = "Maria Silva" }, house.Clock, Stop));
        await house.Again().Record(new() { People = [one.Id, other.Id], On = new(2026, 4, 1), Kind = TouchKind.Meeting }, house.Today, house.Clock, Stop);

        Assert.True(await house.Again().SayApart(twice.Id, grace.Id, house.Clock, Stop));
        Assert.False(await house.Again().SayApart(grace.Id, twice.Id, house.Clock, Stop));
        Assert.Equal(0, (await house.Again().Duplicates(10, Stop)).Total);
        Assert.True(await house.Again().UnsayApart(twice.Id, grace.Id, Stop));
        Assert.Equal(1, (await house.Again().Duplicates(10, Stop)).Total);
    }

    [Theory, OnBoth]
    public async Task On_the_web_both_are_looked_at_brought_together_and_taken_apart(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        await using var site = await TestSite.Open(house);
        var merge = $"/people/{grace.Id}/merge";

        var list = await site.Page("/people/duplicates");
        var both = await site.Page($"{merge}?with={twice.Id}");
        var named = await site.Page($"{merge}?with=G.+Hopper");
        using var done = await site.Post($"{merge}?with={twice.Id}", merge, ("take-name", "other"));
        var kept = await site.Page($"/people/{grace.Id}");
        var lately = await site.Page("/people/duplicates");
        using var old = await site.Browser.GetAsync($"/people/{twice.Id}", Stop);
        using var undone = await site.TakeBack(done);

        Assert.Equal($"/people/{grace.Id}", old.Headers.Location!.ToString());
        Assert.Contains("1 pair looks like one person.", list, StringComparison.Ordinal);
        Assert.Contains("Both have the mail address grace@navy.example.", list, StringComparison.Ordinal);
        Assert.Contains("Very likely the same person.", both, StringComparison.Ordinal);
        Assert.Contains("take-name", both, StringComparison.Ordinal);
        Assert.Contains("They are one", named, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("<h1><bdi>G. Hopper</bdi></h1>", kept, StringComparison.Ordinal);
        Assert.Contains("Collects nanoseconds.", kept, StringComparison.Ordinal);
        Assert.Contains("Make two of them again", lately, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Equal(["G. Hopper", "Grace Hopper"], (await house.Again().People.Select(p => p.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task On_the_web_two_are_said_to_be_two_and_that_is_taken_back()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, twice) = await Two(house);
        await using var site = await TestSite.Open(house);
        var (first, second) = Mainstay.Introductions.KnownPair.Key(grace.Id, twice.Id);

        using var said = await site.Post("/people/duplicates", $"/people/{first}/apart/{second}");
        var empty = await site.Page("/people/duplicates");
        using var undone = await site.TakeBack(said);

        Assert.Contains("Nobody seems to be in your network twice.", empty, StringComparison.Ordinal);
        Assert.Contains("1 pair looks like one person.", await site.Page("/people/duplicates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_beside_the_field()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, _) = await Two(house);
        await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        foreach (var name in new[] { "Maria Silva", "Maria Silva" }) await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        async Task<string> Asked(string with)
        {
            using var answer = await site.Browser.GetAsync($"/people/{grace.Id}/merge?with={Uri.EscapeDataString(with)}", Stop);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        }

        Assert.Contains("That is the same entry.", await Asked(grace.Id.ToString()), StringComparison.Ordinal);
        Assert.Contains("Nobody", await Asked("Ghost Writer"), StringComparison.Ordinal);
        Assert.Contains("Is this whom you mean?", await Asked("Alan Turning"), StringComparison.Ordinal);
        Assert.Contains("Several people answer to “Maria Silva”.", await Asked("Maria Silva"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task By_command_and_by_programs_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        await using var site = await TestSite.Open(house);

        var listed = (await house.Type("people", "duplicates", "--json")).Fine().Json;
        var told = (await site.Ask("/api/duplicates")).Fine().Json;
        var compared = (await site.Ask($"/api/duplicates/compare?keep={grace.Id}&other={twice.Id}")).Fine();
        var merged = (await house.Type("person", "merge", "G. Hopper", "Grace Hopper", "--take", "name", "--json")).Fine().Json;
        var again = (await house.Type("undo", merged.GetProperty("change").GetString()!, "--json")).Fine();
        var change = (await site.Hand($"/api/people/{grace.Id}/merge", new { other = twice.Id })).Fine().Json.GetProperty("change").GetGuid();
        var gone = await site.Ask($"/api/people/{twice.Id}");
        (await site.Hand($"/api/changes/{change}/undo", null)).Is(HttpStatusCode.NoContent);
        (await house.Type("person", "apart", "G. Hopper", "Grace Hopper")).Fine();

        Assert.Equal((1, 1), (listed.GetProperty("total").GetInt32(), told.GetProperty("total").GetInt32()));
        Assert.Equal("Very likely the same person.", listed.GetProperty("items")[0].GetProperty("sentence").GetString());
        Assert.Equal(["name"], compared.Each("differences", "name"));
        gone.Is(HttpStatusCode.NotFound);
        Assert.Equal(merged.GetProperty("change").GetGuid(), again.Json.GetProperty("change").GetGuid());
        Assert.Contains("Nobody seems to be in your network twice.", (await house.Type("people", "duplicates")).Error, StringComparison.Ordinal);
        (await house.Type("person", "apart", "G. Hopper", "Grace Hopper", "--maybe-one")).Fine();
        Assert.Contains("Very likely the same person.", (await house.Type("people", "duplicates")).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bob_sees_nothing_of_it_and_can_do_nothing_to_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, twice) = await Two(house);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        Assert.Contains("Nobody seems to be in your network twice.", await bob.Page("/people/duplicates"), StringComparison.Ordinal);
        (await bob.Ask($"/api/people/{grace.Id}/duplicates")).Is(HttpStatusCode.NotFound);
        (await bob.Ask($"/api/duplicates/compare?keep={grace.Id}&other={twice.Id}")).Is(HttpStatusCode.NotFound);
        (await bob.Hand($"/api/people/{grace.Id}/merge", new { other = twice.Id })).Is(HttpStatusCode.NotFound);
        using var page = await bob.Browser.GetAsync($"/people/{grace.Id}/merge?with={twice.Id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static async Task<(Person Grace, Person Twice)> Two(TestHouse house) =>
        (await house.Store.AddPerson(new() { Name = "Grace Hopper", Emails = [new("grace@navy.example")] }, house.Clock, Stop),
         await house.Store.AddPerson(new() { Name = "G. Hopper", Emails = [new("grace@navy.example")], Notes = "Collects nanoseconds." }, house.Clock, Stop));
}

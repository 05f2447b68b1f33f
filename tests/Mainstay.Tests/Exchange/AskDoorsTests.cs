using System.Net;
using Mainstay.Cli;
using Mainstay.Exchange;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Exchange;

/// <summary>Asks from the command line and for programs.</summary>
public partial class AskDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_command_line_asks_sends_and_hears(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Alan Turing");
        (await house.Type("needs", "add", "Pricing", "--kind", "knowledge")).Fine();

        var made = (await house.Type("ask", "Grace", "Hopper", "--what", "Look at my prices", "--how-long", "20", "--need", "Pricing", "--then", "Alan", "--weight", "fiveminute", "--json")).Fine().Json;
        var id = made.GetProperty("ask").GetProperty("id").GetString()!;
        var end = id.Replace("-", "", StringComparison.Ordinal)[^6..];
        var printed = (await house.Type("ask", "link", end)).Fine();
        (await house.Type("ask", "sent", end)).Fine();
        (await house.Type("ask", "answered", end, "more")).Fine();
        (await house.Type("ask", "more", end, "Those", "of", "the", "second", "seat")).Fine();
        (await house.Type("ask", "answered", end, "yes", "--note", "Gladly")).Fine();
        (await house.Type("ask", "outcome", end, "partly")).Fine();
        var thanked = (await house.Type("ask", "thanked", end, "--json")).Fine().Json;
        var list = (await house.Type("ask", "--json")).Fine().Json;

        Assert.Contains(made.GetProperty("link").GetString()!, made.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("/answer/", printed.Out, StringComparison.Ordinal);
        Assert.Equal(("yes", "nothing", "partly", "fiveMinute"), (thanked.GetProperty("state").GetString(), thanked.GetProperty("step").GetString(), thanked.GetProperty("outcome").GetString(), thanked.GetProperty("weight").GetString()));
        Assert.Equal("Look at my prices", list[0].GetProperty("what").GetString());
        Assert.Contains("Grace Hopper helped you a little.", (await house.Type("ask")).Fine().Out, StringComparison.Ordinal);
        var removed = (await house.Type("ask", "remove", end, "--json")).Fine().Json;
        Assert.Equal(id, removed.GetProperty("id").GetString());
        Assert.Equal(0, (await house.Type("ask", "--json")).Fine().Json.GetArrayLength());
        (await house.Type("undo", removed.GetProperty("change").GetString()!)).Fine();
        Assert.Equal(id, (await house.Type("ask", "--json")).Fine().Json[0].GetProperty("id").GetString());
        Assert.Contains("The ask is removed. To take it back: mainstay undo ", (await house.Type("ask", "remove", end)).Fine().Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_says_what_is_wrong()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");

        Assert.Equal((2, "Write what you ask for."), await Said(house, "ask", "Grace"));
        Assert.Equal((1, "There is no ask “abcdef”."), await Said(house, "ask", "sent", "abcdef"));
        (await house.Type("ask", "Grace", "--what", "Look")).Fine();
        Assert.Equal((1, "You have asked Grace Hopper this already, and the answer is still open."), await Said(house, "ask", "Grace", "--what", "Look"));
    }

    [Fact]
    public async Task The_link_leads_to_the_server_that_runs_and_says_so_when_only_this_machine_can_open_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        await house.Know("Alan Turing");
        const string Here = "which only this machine can open";
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var said = new StringWriter();
        var around = new Surroundings { Out = TextWriter.Synchronized(said), Error = TextWriter.Null, In = TextReader.Null, Clock = house.Clock, Variable = name => name == "MAINSTAY_DATA" ? house.Settings.Data : null };

        var before = (await house.Type("ask", "Grace", "--what", "Look")).Fine();
        var serve = House.Run(["serve", "--urls", "http://127.0.0.1:0"], around, stopping.Token);
        while (!said.ToString().Contains("http://127.0.0.1:", StringComparison.Ordinal)) await Task.Delay(50, Stop);
        var at = ServedAt().Match(said.ToString()).Value;
        var during = (await house.Type("ask", "Alan", "--what", "Look", "--json")).Fine();
        var opened = (await house.Type("open", "--json")).Fine().Json.GetProperty("link").GetString();
        await stopping.CancelAsync();
        await serve;
        var after = (await house.Type("ask", "link", during.Json.GetProperty("ask").GetProperty("id").GetString()![^6..])).Fine();

        Assert.Contains("http://localhost:5150/answer/", before.Out, StringComparison.Ordinal);
        Assert.StartsWith(at + "/answer/", during.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(at + "/", opened, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5150/answer/", after.Out, StringComparison.Ordinal);
        foreach (var answer in new[] { before, during, after })
        {
            Assert.Contains(Here, answer.Error, StringComparison.Ordinal);
            Assert.Contains("MAINSTAY_ADDRESS", answer.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_sentence_names_is_what_helps()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        await house.Know("Alan Turing");

        var (named, itsAside) = await Asked(house, "Grace", "MAINSTAY_HOSTS", "mainstay.example");
        var (reached, asideOfReached) = await Asked(house, "Alan", "MAINSTAY_ADDRESS", "https://mainstay.example");

        Assert.Contains("http://localhost:5150/answer/", named, StringComparison.Ordinal);
        Assert.Contains("MAINSTAY_ADDRESS", itsAside, StringComparison.Ordinal);
        Assert.Contains("https://mainstay.example/answer/", reached, StringComparison.Ordinal);
        Assert.DoesNotContain("this machine", asideOfReached, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_leads_to_the_name_by_which_others_reach_the_server()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        using var said = new StringWriter();
        using var aside = new StringWriter();
        var around = new Surroundings
        {
            Out = said, Error = aside, In = TextReader.Null, Clock = house.Clock,
            Variable = name => name switch { "MAINSTAY_DATA" => house.Settings.Data, "MAINSTAY_HOSTS" => "mainstay.example", "MAINSTAY_PROXIES" => "127.0.0.1", _ => null },
        };

        var code = await House.Run(["ask", "Grace", "--what", "Look"], around, Stop);

        Assert.Equal(0, code);
        Assert.Contains("https://mainstay.example/answer/", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("this machine", aside.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Programs_ask_send_and_hear(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/asks", new { PersonId = grace, What = "Look at my prices", HowLong = "20", IsFirst = true, Scope = "Once a month" })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        var link = (await site.Hand(path + "/link", null)).Is(HttpStatusCode.Created);
        var sent = (await site.Patch(path, new { Sent = true }, ("If-Match", made.Tag!))).Fine();
        (await site.Hand("/api/asks", new { PersonId = grace, What = "look at my prices" })).Is(HttpStatusCode.Conflict);
        var done = (await site.Patch(path, new { Answer = new { Answer = "yes", Note = "Gladly" }, Outcome = "helped", Thanked = true })).Fine();

        Assert.Equal(("drafted", "send", "normal"), (made["state"].GetString(), made["step"].GetString(), made["weight"].GetString()));
        Assert.Contains(link["link"].GetString()!, link["text"].GetString(), StringComparison.Ordinal);
        Assert.Equal("sent", sent["state"].GetString());
        Assert.Equal(("yes", "nothing", "Gladly"), (done["state"].GetString(), done["step"].GetString(), done["reply"].GetString()));
        Assert.Equal(["Look at my prices"], (await site.Ask("/api/asks")).Each("items", "what"));
        Assert.Equal(["Look at my prices"], (await site.Ask($"/api/people/{grace}/asks")).Each("items", "what"));
        Assert.NotEmpty((await site.Hand("/api/asks", new { PersonId = grace, What = " " })).Wrong("what"));
        var before = (await site.Ask(path)).Fine();
        var change = (await site.Delete(path)).Fine()["change"].GetGuid();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
        (await site.Delete(path)).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/changes/{change}/undo", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(before.Tag, (await site.Ask(path)).Tag);
    }

    [Theory, OnBoth]
    public async Task Whom_to_ask_next_is_told_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing", p => p with { Topics = ["pricing"] }));
        var ask = await house.Ask(grace, "Somebody for pricing");
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.No), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/asks/{ask.Id}");
        var told = (await site.Ask($"/api/asks/{ask.Id}/next")).Fine();
        var typed = (await house.Type("ask", "next", ask.Id.ToString(), "--json")).Fine().Json;

        Assert.Contains($"/asks/new?after={ask.Id}&to={alan}", page, StringComparison.Ordinal);
        Assert.Equal(["Alan Turing"], told.Each("items", "name"));
        Assert.Equal((alan, false), (typed[0].GetProperty("id").GetGuid(), typed[0].GetProperty("named").GetBoolean()));
        Assert.Contains("Alan Turing: ", (await house.Type("ask", "next", ask.Id.ToString())).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_kept_nowhere_even_when_a_program_wants_it_once()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await using var site = await TestSite.Open(house);

        var one = (await site.Hand($"/api/asks/{ask.Id}/link", null, ("Idempotency-Key", "once"))).Is(HttpStatusCode.Created);
        var two = (await site.Hand($"/api/asks/{ask.Id}/link", null, ("Idempotency-Key", "once"))).Is(HttpStatusCode.Created);

        Assert.NotEqual(one["link"].GetString(), two["link"].GetString());
        Assert.Empty(await house.Again().Set<Mainstay.Api.KeptAnswer>().ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_listed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = (await Mainstay.People.PeopleActions.AddPerson(bob, new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        await bob.AddAsk(new() { PersonId = friend, What = "Tell nobody" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/asks")).Each("items", "what"));
        Assert.DoesNotContain("Tell nobody", await site.Page("/asks"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tell nobody", (await house.Type("ask")).Out, StringComparison.Ordinal);
    }

    /// <summary>What is printed, and what is said aside, where one variable is set.</summary>
    private static async Task<(string Out, string Error)> Asked(TestHouse house, string whom, string variable, string value)
    {
        using var said = new StringWriter();
        using var aside = new StringWriter();
        var around = new Surroundings { Out = said, Error = aside, In = TextReader.Null, Clock = house.Clock, Variable = name => name == "MAINSTAY_DATA" ? house.Settings.Data : name == variable ? value : null };
        Assert.Equal(0, await House.Run(["ask", whom, "--what", "Look"], around, Stop));
        return (said.ToString(), aside.ToString());
    }

    private static async Task<(int, string)> Said(TestHouse house, params string[] args)
    {
        var answer = await house.Type(args);
        return (answer.Code, answer.Error.Trim());
    }

    [System.Text.RegularExpressions.GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial System.Text.RegularExpressions.Regex ServedAt();
}

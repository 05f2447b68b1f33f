using System.Net;
using Mainstay.Board;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Board;

/// <summary>The board of advisors on its pages, from the command line and for programs.</summary>
public class BoardDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_a_seat_is_set_up_asked_for_given_freed_and_given_up(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var made = await site.Post("/board", "/board/seats", ("function", "Sage"));
        var at = made.Headers.Location!.ToString();
        using var unclear = await site.Post(at, at + "/ask", ("who", "Nobody at all"), ("timesAYear", "many"));
        using var asked = await site.Post(at, at + "/ask", ("who", "Grace Hopper"), ("timesAYear", "4"), ("until", "2027-04-30"));
        var board = await site.Page("/board");
        using var given = await site.Post(at, at + "/edit", ("function", "Sage"), ("who", "Grace Hopper"), ("since", "2026-04-01"), ("scope", "Lunch"));
        var taken = await site.Page("/board");
        var person = await site.Page($"/people/{grace}");
        using var freed = await site.Post(at, at + "/free");
        using var gone = await site.Post(at, at + "/remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        Assert.Contains("Nobody at all", await unclear.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.StartsWith("/asks/", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper is asked.", board, StringComparison.Ordinal);
        Assert.StartsWith(at + "?said=Board.SaidKept", given.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper, since April 2026.", taken, StringComparison.Ordinal);
        Assert.Contains("On your board", person, StringComparison.Ordinal);
        Assert.Contains("undo", freed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/board?said=Board.SaidRemoved&undo=", Uri.UnescapeDataString(gone.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllSeats(Stop));
    }

    [Theory, OnBoth]
    public async Task On_the_page_advice_goes_from_the_talk_to_a_word_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var empty = await site.Post($"/board/advice/new?from={grace}", "/board/advice", ("who", "Grace Hopper"), ("question", "Kept words"), ("text", " "));
        using var noted = await site.Post($"/board/advice/new?from={grace}", "/board/advice", ("who", "Grace Hopper"), ("text", "Raise the price"), ("talk", "Call"));
        var at = noted.Headers.Location!.ToString().Split('?')[0];
        using var nothing = await site.Post(at, at + "/decision", ("decision", " "));
        using var decided = await site.Post(at, at + "/decision", ("decision", "From June"));
        using var result = await site.Post(at, at + "/result", ("result", "Nobody left"));
        var word = await site.Page(at);
        using var told = await site.Post(at, at + "/told");
        var brief = await site.Page($"/board/talks/{grace}");
        using var removed = await site.Post(at, at + "/remove");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, nothing.StatusCode));
        Assert.Contains("Kept words", await empty.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Write what you decided.", await nothing.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (decided.StatusCode, result.StatusCode, told.StatusCode));
        Assert.Contains("You once told me: “Raise the price”", word, StringComparison.Ordinal);
        Assert.Contains("Told back in", brief, StringComparison.Ordinal);
        Assert.Contains("undo", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllAdvice(Stop));
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Alan Turing");

        var seat = (await house.Type("board", "add", "sparringpartner", "Grace", "Hopper", "--about", "pricing", "--times", "4", "--until", "2027-04-30", "--json")).Fine().Json;
        var id = seat.GetProperty("id").GetString()!;
        var free = (await house.Type("board", "add", "sage", "--json")).Fine().Json.GetProperty("id").GetString()!;
        var shown = (await house.Type("board")).Fine().Out;
        var asked = (await house.Type("board", "ask", free, "Alan", "--times", "2", "--json")).Fine().Json;
        var edited = (await house.Type("board", "edit", id[^6..], "--scope", "Lunch", "--json")).Fine().Json;
        var all = (await house.Type("board", "--json")).Fine().Json;
        var change = (await house.Type("board", "free", id, "--json")).Fine().Json.GetProperty("change").GetString()!;
        var empty = (await house.Type("board", "--json")).Fine().Json.GetProperty("seats")[1].GetProperty("state").GetString();
        (await house.Type("undo", change)).Fine();

        Assert.Equal(("sparringPartner", "taken", "Grace Hopper"), (seat.GetProperty("function").GetString(), seat.GetProperty("state").GetString(), seat.GetProperty("person").GetProperty("name").GetString()));
        Assert.Contains("1 of 2 seats are taken, by one person.", shown, StringComparison.Ordinal);
        Assert.Contains("Sparring partner: pricing: Grace Hopper, from May 2026 to April 2027.", shown.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.True(asked.GetProperty("isFirst").GetBoolean());
        Assert.Equal(("Lunch", 4), (edited.GetProperty("scope").GetString(), edited.GetProperty("timesAYear").GetInt32()));
        Assert.Equal(["asked", "taken"], all.GetProperty("seats").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        Assert.Equal("empty", empty);
        Assert.Equal("Grace Hopper", (await house.Type("board", "--json")).Fine().Json.GetProperty("seats")[1].GetProperty("person").GetProperty("name").GetString());
        (await house.Type("board", "remove", id)).Fine();
        Assert.Equal(1, (await house.Type("board", "remove", id)).Code);
        Assert.Equal(2, (await house.Type("board", "add", "king")).Code);
    }

    [Theory, OnBoth]
    public async Task The_command_line_keeps_advice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var id = (await house.Type("board", "advice", "add", "Grace", "--said", "Raise the price", "--question", "Too low?", "--talk", "call", "--json")).Fine().Json.GetProperty("id").GetString()!;
        (await house.Type("board", "advice", "decide", id, "From", "June")).Fine();
        (await house.Type("board", "advice", "result", id[^6..], "Nobody", "left")).Fine();
        var told = (await house.Type("board", "advice", "told", id, "--json")).Fine().Json;
        (await house.Type("board", "advice", "edit", id, "--said", "Raise it")).Fine();
        var shown = (await house.Type("board", "advice", "--from", "Grace")).Fine().Out.ReplaceLineEndings(" ");
        var brief = (await house.Type("board", "brief", "Grace")).Fine().Out.ReplaceLineEndings(" ");
        var sections = (await house.Type("board", "brief", "Grace", "--json")).Fine().Json.GetProperty("sections");
        var change = (await house.Type("board", "advice", "remove", id, "--json")).Fine().Json.GetProperty("change").GetString()!;
        Assert.Equal(0, (await house.Type("board", "advice", "--json")).Fine().Json.GetArrayLength());
        (await house.Type("undo", change)).Fine();

        Assert.Equal(("nothing", "2026-05-01"), (told.GetProperty("step").GetString(), told.GetProperty("toldOn").GetString()));
        Assert.Contains("Grace Hopper: Raise it", shown, StringComparison.Ordinal);
        Assert.Contains("You had asked: Too low?", shown, StringComparison.Ordinal);
        Assert.Contains("Before you talk with Grace Hopper", brief, StringComparison.Ordinal);
        Assert.Equal(2, sections.GetArrayLength());
        Assert.Equal(1, (await house.Type("board", "advice", "--json")).Fine().Json.GetArrayLength());
        Assert.Equal(1, (await house.Type("board", "advice", "decide", "ffffff", "No")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/board/seats", new { Function = "sage", PersonId = grace, TimesAYear = 4 })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        (await site.Hand(path + "/ask", new { PersonId = alan })).Is(HttpStatusCode.Conflict);
        var changed = (await site.Put(path, new { Function = "sage" }, ("If-Match", made.Tag!))).Fine();
        var ask = (await site.Hand(path + "/ask", new { PersonId = alan, Scope = "Lunch" })).Is(HttpStatusCode.Created);
        var board = (await site.Ask("/api/board")).Fine();
        Assert.NotEmpty((await site.Hand("/api/board/seats", new { Function = "sage", TimesAYear = 99 })).Wrong("timesAYear"));
        (await site.Delete(path)).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
        var advice = (await site.Hand("/api/advice", new { PersonId = grace, Text = "Sleep", Talk = "meeting" })).Is(HttpStatusCode.Created);
        var at = advice.Headers["Location"];
        (await site.Patch(at, new { Told = true })).Is(HttpStatusCode.Conflict);
        var done = (await site.Patch(at, new { Decision = "Bed at ten", Result = "Slept", Told = true })).Fine();
        var brief = (await site.Ask($"/api/people/{grace}/brief")).Fine();

        Assert.Equal("empty", changed["state"].GetString());
        Assert.Equal("drafted", ask["state"].GetString());
        Assert.Equal(["asked"], board.Each("seats", "state"));
        Assert.Equal(("nothing", "Bed at ten"), (done["step"].GetString(), done["decision"].GetString()));
        Assert.Equal(["Sleep"], (await site.Ask($"/api/advice?person={grace}")).Each("items", "text"));
        Assert.Empty((await site.Ask($"/api/advice?person={alan}")).Each("items", "text"));
        Assert.NotEmpty((await site.Ask("/api/advice?person=grace")).Wrong("person"));
        Assert.Equal("Grace Hopper", brief["person"].GetProperty("name").GetString());
        (await site.Delete(at)).Fine();
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = (await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        var seat = await bob.AddSeat(new() { Function = SeatFunction.Sage, PersonId = friend, Scope = "Tell nobody" }, house.Today, house.Clock, Stop);
        var advice = await bob.NoteAdvice(new() { PersonId = friend, Text = "Tell nobody" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("Tell nobody", await site.Page("/board"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tell nobody", (await house.Type("board")).Out + (await house.Type("board", "advice")).Out, StringComparison.Ordinal);
        Assert.Empty((await site.Ask("/api/board")).Each("seats", "id"));
        foreach (var path in new[] { $"/board/seats/{seat.Id}", $"/board/advice/{advice.Id}", $"/board/talks/{friend}" }) Assert.Equal(HttpStatusCode.NotFound, (await site.Browser.GetAsync(path, Stop)).StatusCode);
        Assert.DoesNotContain("Bob", await site.Page($"/board/advice/new?from={friend}"), StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.Json;
using Mainstay.Needs;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using static Mainstay.Tests.Reviews.ReviewCast;

namespace Mainstay.Tests.Reviews;

/// <summary>The review from the command line and for programs.</summary>
public class ReviewDoorsTests
{
    [Theory, OnBoth]
    public async Task The_command_line_says_it_in_words_keeps_it_and_lists_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2025, 10, 1));
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        await house.Store.SetLayer(alan, Layer.Extended, Stop);
        await house.Need(SupportKind.Guidance, "Pricing");
        house.Clock.MoveTo(new(2026, 5, 1));

        var words = (await house.Type("review")).Fine().Out;
        var told = (await house.Type("review", "--json")).Fine().Json;
        var kept = (await house.Type("review", "done", "--note", "Fewer clinics", "--json")).Fine().Json;
        var rests = (await house.Type("review", "rest", "Alan", "--json")).Fine().Json;
        var until = (await house.Type("review", "rest", "Grace", "--until", "2026-06-01")).Fine().Out;

        foreach (var text in (string[])["In the last three months", "Nothing that is noted here changed in this time.", "Pricing (Guidance", "You have no board of advisors yet", "Nobody helps you with “Pricing” yet.", "Grace Hopper: ", "Alan Turing: ", "Resting is not ending", $"A review has been due since {new DateOnly(2025, 12, 31).ToString("D", System.Globalization.CultureInfo.GetCultureInfo("en"))}."])
            Assert.Contains(text, words.ReplaceLineEndings(" ").Replace("    ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(("2026-05-01", "2025-12-31", JsonValueKind.Null), (told.GetProperty("on").GetString(), told.GetProperty("dueOn").GetString(), told.GetProperty("lastOn").ValueKind));
        Assert.Equal(("Pricing", "Grace Hopper", "Alan Turing", "gap"), (Name(told, "needs", "topic"), Name(told, "fading", "name"), Name(told, "couldRest", "name"), Name(told, "gaps", "kind")));
        Assert.Equal(("Fewer clinics", 1, 0), (kept.GetProperty("note").GetString(), kept.GetProperty("needs").GetInt32(), kept.GetProperty("passedOver").GetArrayLength()));
        Assert.True(rests.GetProperty("paused").GetBoolean());
        Assert.Contains("Grace Hopper rests until", until, StringComparison.Ordinal);
        Assert.Contains("Fewer clinics", (await house.Type("review", "list")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal("2026-07-31", (await house.Type("review", "--json")).Fine().Json.GetProperty("dueOn").GetString());
        var id = (await house.Type("review", "list", "--json")).Fine().Json[0].GetProperty("id").GetString()!;
        Assert.Equal(1, (await house.Type("review", "remove", "abcdef")).Code);
        (await house.Type("review", "remove", id[^6..])).Fine();
        Assert.Contains("No review was kept yet.", (await house.Type("review", "list")).Fine().Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_said_on_the_command_line(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        Assert.Equal(2, (await house.Type("review", "rest", "Grace", "--until", "2026-05-01")).Code);
        Assert.Equal(2, (await house.Type("review", "rest", "Grace", "--until", "soon")).Code);
        Assert.Equal(1, (await house.Type("review", "rest", "Nobody")).Code);
        Assert.Equal(2, (await house.Type("review", "done", "--note", new string('x', NewReview.LongestNote + 1))).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_read_keep_and_remove(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Know("Grace Hopper"), await house.Need(SupportKind.Guidance, "Pricing"));
        var theirs = (await (await house.Bob()).AddNeed(new() { Kind = SupportKind.Emotional, Topic = "My marriage" }, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        var quarter = (await site.Ask("/api/review")).Fine();
        var kept = (await site.Hand("/api/reviews", new { Note = "Fewer clinics", Needs = new object[] { new { Id = need, Importance = 5 }, new { Id = theirs, Closed = true } }, Ties = new[] { new { Id = grace, Choice = "rest" } } })).Is(HttpStatusCode.Created);
        var again = (await site.Hand("/api/reviews", new { })).Is(HttpStatusCode.Created);

        Assert.Equal(["Pricing"], quarter.Each("needs", "topic"));
        Assert.Equal(theirs, kept["passedOver"][0].GetGuid());
        Assert.Equal((kept.Headers["Location"], "Fewer clinics"), (again.Headers["Location"], again["note"].GetString()));
        Assert.Equal(5, (await house.Again().NeedOf(need, Stop)).Importance);
        Assert.True((await house.TieOf(grace)).Tie.Paused);
        Assert.Equal(["Fewer clinics"], (await site.Ask("/api/reviews")).Each("items", "note"));
        Assert.Equal("Fewer clinics", (await site.Ask(kept.Headers["Location"])).Fine()["note"].GetString());
        Assert.Equal("Fewer clinics", (await site.Ask("/api/review")).Fine()["kept"].GetProperty("note").GetString());
        Assert.NotEmpty((await site.Hand("/api/reviews", new { Needs = new[] { new { Id = need, Importance = 6 } } })).Wrong("needs"));
        (await site.Hand("/api/reviews", new { Ties = new[] { new { Id = grace, Choice = "forget" } } })).Is(HttpStatusCode.UnprocessableEntity);
        await using var bob = await site.As(await house.BobsAccount());
        (await bob.Ask(kept.Headers["Location"])).Is(HttpStatusCode.NotFound);
        var change = (await site.Delete(kept.Headers["Location"])).Fine()["change"].GetGuid();
        (await site.Ask(kept.Headers["Location"])).Is(HttpStatusCode.NotFound);
        Assert.Empty((await site.Ask("/api/reviews")).Each("items", "note"));
        await site.Hand($"/api/changes/{change}/undo", null);
        Assert.Equal(["Fewer clinics"], (await site.Ask("/api/reviews")).Each("items", "note"));
    }

    private static string? Name(JsonElement told, string list, string name) => told.GetProperty(list)[0].GetProperty(name).GetString();
}

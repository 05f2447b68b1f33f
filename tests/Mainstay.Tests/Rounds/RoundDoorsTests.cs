using System.Net;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Rounds;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Mainstay.Tests.Circles;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Rounds;

/// <summary>Rounds from the command line, for programs, and on Today.</summary>
public class RoundDoorsTests
{
    private static readonly string[] Pricing = ["pricing"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_command_line_announces_drafts_publishes_and_answers(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));

        var id = Guid.Parse((await house.Type("rounds", "new", "Summer", "2026", "--until", "2026-05-15", "--offer-days", "4", "--json")).Fine().Json.GetProperty("id").GetString()!);
        await ring.Looks(house, id, grace, "pricing");
        await ring.Looks(house, id, katherine, "law");
        (await house.Type("rounds", "sign-up", "Summer 2026", "--as", "mentor", "--offers", "pricing, law", "--places", "2", "--avoid", "Katherine", "--note", "Evenings")).Fine();
        var refused = await house.Type("rounds", "pin", id.ToString()[^6..], "--one", "Katherine", "--other", "Ada");
        (await house.Type("rounds", "pin", id.ToString()[^6..], "--one", "Grace", "--other", "Ada")).Fine();
        var draft = (await house.Type("rounds", "draft", "Summer 2026", "--weight", "wants=70")).Fine().Out.ReplaceLineEndings(" ");
        (await house.Type("rounds", "publish", "Summer 2026")).Fine();
        var shown = (await house.Type("rounds", "show", "Summer 2026")).Fine().Out;
        (await house.Type("rounds", "answer", "Summer 2026", "yes")).Fine();
        (await house.Type("rounds", "met", "Summer 2026")).Fine();
        var pairs = (await house.Type("rounds", "pairs", "Summer 2026")).Fine().Out;
        (await house.Type("rounds", "fit", "Summer 2026", "not")).Fine();
        var ended = (await house.Type("rounds", "pairs", "Summer 2026")).Fine().Out;
        var list = (await house.Type("rounds", "--circle", "First founders")).Fine().Out.ReplaceLineEndings(" ");
        (await house.Type("rounds", "pause", "Summer 2026")).Fine();
        (await house.Type("rounds", "pause", "Summer 2026", "--end")).Fine();
        (await house.Type("rounds", "withdraw", "Summer 2026")).Fine();
        (await house.Type("rounds", "end", "Summer 2026")).Fine();
        var coffee = (await house.Type("rounds", "new", "Coffee", "--kind", "coffee", "--every", "7", "--json")).Fine().Json;
        (await house.Type("rounds", "remove", "Coffee")).Fine();

        Assert.Equal(2, refused.Code);
        Assert.Contains("Grace Hopper – Ada", draft, StringComparison.Ordinal);
        Assert.Contains("Katherine Johnson:", draft, StringComparison.Ordinal);
        Assert.Contains("Would you take on Grace Hopper?", shown, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper – Ada", pairs, StringComparison.Ordinal);
        Assert.Contains("Summer 2026", list, StringComparison.Ordinal);
        Assert.Equal(7, coffee.GetProperty("everyDays").GetInt32());
        Assert.Equal(1, (await house.Type("rounds", "show", "Nowhere")).Code);
        Assert.DoesNotContain("Ada", ended, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Programs_sign_up_draft_and_answer_and_a_stranger_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var (grace, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await using var graces = await site.As(grace);
        var all = $"/api/circles/{ring.Id}/rounds";

        Assert.NotEmpty((await site.Hand(all, new { Title = " " })).Wrong("title"));
        var path = (await site.Hand(all, new { Title = "Summer", Kind = "mentoring" })).Is(HttpStatusCode.Created).Headers["Location"];
        Assert.NotEmpty((await graces.Put(path + "/part", new { Wants = Pricing })).Wrong("side"));
        (await graces.Put(path + "/part", new { Side = "mentee", Wants = Pricing, Organization = "Navy", AvoidsColleagues = true, Avoid = (Guid[])[katherine.Id] })).Fine();
        (await site.Put(path + "/part", new { Side = "mentor", Offers = Pricing, Places = 1 })).Fine();
        var signUps = (await site.Ask(path + "/sign-ups")).Fine();
        (await graces.Ask(path + "/sign-ups")).Is(HttpStatusCode.NotFound);
        (await site.Hand(path + "/publish", null)).Is(HttpStatusCode.Conflict);
        var draft = (await site.Hand(path + "/draft", new { Mode = "stable", Weights = new { Wants = 70 } })).Fine().Json;
        (await site.Hand(path + "/publish?draft=ABC", null)).Is(HttpStatusCode.Conflict);
        (await site.Hand($"{path}/publish?draft={draft.GetProperty("mark").GetString()}", null)).Fine();
        var offer = (await site.Ask(path + "/part")).Fine().Json.GetProperty("pairs")[0];
        (await site.Hand($"{path}/pairs/{offer.GetProperty("id").GetString()}/answer", new { Accept = true })).Fine();
        var hers = (await graces.Ask(path + "/part")).Fine().Json;

        Assert.DoesNotContain(katherine.Id.ToString(), signUps.Json.ToString(), StringComparison.Ordinal); // whom she avoids is hers alone
        Assert.Equal((false, true), (signUps.Json.GetProperty("items")[0].GetProperty("avoidsColleagues").GetBoolean(), hers.GetProperty("signUp").GetProperty("avoidsColleagues").GetBoolean())); // and so is that she avoids colleagues
        Assert.Equal("Grace Hopper", draft.GetProperty("pairs")[0].GetProperty("mentee").GetString());
        Assert.Equal(1, draft.GetProperty("comparison").GetProperty("coverage").GetDouble());
        Assert.Equal("accepted", hers.GetProperty("pairs")[0].GetProperty("state").GetString());
        Assert.Equal(katherine.Id.ToString(), hers.GetProperty("signUp").GetProperty("avoid")[0].GetString());
        var kept = (await graces.Ask("/api/account")).Fine().Json.GetProperty("elsewhere").GetProperty("rounds")[0];
        Assert.Equal(("Summer", "Katherine Johnson"), (kept.GetProperty("round").GetString(), kept.GetProperty("avoid")[0].GetString()));
        (await bob.Ask(all)).Is(HttpStatusCode.NotFound);
        (await bob.Ask(path + "/part")).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task An_assistant_reads_ones_own_part_and_settles_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Store.SignUp(ring.Ada.Id, round, new() { Side = RoundSide.Mentor, Offers = "pricing", Places = 2, Avoid = [katherine.Id], Note = "Not aloud" }, house.Today, house.Clock, Stop);
        await ring.Publish(house, round);

        var told = await Told(house, house.Ada);
        house.Clock.Pass(TimeSpan.FromDays(4));
        var later = await Told(house, house.Ada);
        var bob = await house.Bob();
        var his = await Told(house, Owner.Of(await bob.Spaces.SingleAsync(s => s.Id == bob.SpaceId, Stop)));

        var one = Assert.Single(told.GetProperty("rounds").EnumerateArray());
        var pair = Assert.Single(one.GetProperty("round").GetProperty("pairs").EnumerateArray());
        Assert.Equal(("First founders", "Summer", "published"), (one.GetProperty("circle").GetString(), one.GetProperty("round").GetProperty("title").GetString(), one.GetProperty("round").GetProperty("state").GetString()));
        Assert.Equal(("mentor", 2), (one.GetProperty("round").GetProperty("signedUp").GetProperty("side").GetString(), one.GetProperty("round").GetProperty("signedUp").GetProperty("places").GetInt32()));
        Assert.Equal(("Grace Hopper", "mentor", "offered", "2026-05-04"), (pair.GetProperty("with").GetString(), pair.GetProperty("you").GetString(), pair.GetProperty("state").GetString(), pair.GetProperty("answerUntil").GetString()));
        Assert.Equal("Would you take on Grace Hopper? (Summer) You have until May 4.", Assert.Single(told.GetProperty("due").EnumerateArray()).GetString());
        Assert.DoesNotContain("Not aloud", told.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(katherine.Id.ToString(), told.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (later.GetProperty("rounds")[0].GetProperty("round").GetProperty("pairs").GetArrayLength(), later.GetProperty("due").GetArrayLength()));
        Assert.Equal(PairState.Offered, (await ring.Store.RoundPairs.SingleAsync(Stop)).State);
        Assert.Equal(0, his.GetProperty("rounds").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task Today_says_what_a_round_wants(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        async Task<List<string>> Cards(Store store) => [.. (await new RoundsCard(house.Clock).Worth(store, house.Today, Stop)).Select(c => $"{c.Sentence.InWords()} {string.Join(' ', c.Reasons.Select(r => r.InWords()))}".Trim())];

        Assert.Empty(await Cards(house.Again()));
        house.Clock.Pass(TimeSpan.FromDays(13));
        Assert.Equal(["Sign-up for “Summer” ends. sign up within 1 day"], await Cards(house.Again()));
        await ring.Takes(house, round, ring.Ada, "pricing", 1);
        await ring.Looks(house, round, grace, "pricing");
        await ring.Publish(house, round);
        Assert.Equal(["Would you take on Grace Hopper? (Summer) You have until May 17."], await Cards(house.Again()));
        await ring.Store.AnswerOffer(ring.Ada.Id, (await ring.Store.MyPairs(round, ring.Ada.Id, Stop))[0].Pair.Id, true, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal(["How was the first meeting with Grace Hopper?"], await Cards(house.Again()));
        house.Clock.Pass(TimeSpan.FromDays(14));
        Assert.Equal(["You and Grace Hopper have been quiet. Nothing was heard here for 21 days."], await Cards(house.Again()));
        Assert.Empty(await Cards(await house.Bob()));
    }

    private static async Task<JsonElement> Told(TestHouse house, Owner owner)
    {
        await using var scope = house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Store>().SpaceId = owner.SpaceId;
        return JsonSerializer.SerializeToElement(await RoundsTools.Rounds.Act(new(scope.ServiceProvider, owner, house.Clock, new Dictionary<string, JsonElement>(), Stop)), Json.OneLine);
    }
}

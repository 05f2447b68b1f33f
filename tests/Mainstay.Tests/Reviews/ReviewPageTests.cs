using System.Net;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using static Mainstay.Tests.Reviews.ReviewCast;

namespace Mainstay.Tests.Reviews;

public class ReviewPageTests
{
    [Theory, OnBoth]
    public async Task One_form_looks_at_everything_and_its_defaults_change_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2025, 1, 1));
        var (near, far, need) = await Quiet(house);
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/review");
        using var kept = await site.Post("/review", "/review", ($"need-{need}", ""), ($"tie-{near}", ""), ($"tie-{far}", ""), ("note", ""));

        foreach (var text in (string[])["Nothing that is noted here changed in this time.", "Pricing", "Grace Hopper", "Alan Turing", "Resting is not ending", "You have no board of advisors yet", "Nobody helps you with “Pricing” yet."])
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/review?said=Reviews.SaidKept"), (kept.StatusCode, kept.Headers.Location!.ToString()));
        Assert.Equal(3, (await house.Again().OpenNeeds(Stop)).Single().Importance);
        Assert.False((await house.TieOf(near)).Tie.Paused || (await house.TieOf(far)).Tie.Paused);
        Assert.Null((await house.Again().AllReviews(Stop)).Single().Note);
        Assert.Contains("The review is kept.", await site.Page("/review?said=Reviews.SaidKept"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_chosen_is_done_and_sent_twice_it_is_done_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2025, 1, 1));
        var (near, far, need) = await Quiet(house);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/review"), "/review");
        foreach (var (name, value) in new[] { ($"need-{need}", "4"), ($"tie-{near}", "Rest"), ($"tie-{far}", "Over"), ("note", "Fewer clinics,\r\nlarger ones") }) form[name] = value;

        using var first = await site.Send("/review", form);
        using var second = await site.Send("/review", form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal("/review?said=Reviews.SaidKept", second.Headers.Location!.ToString());
        Assert.Equal(4, (await house.Again().NeedOf(need, Stop)).Importance);
        Assert.True((await house.TieOf(near)).Tie.Paused);
        Assert.Equal(Verdict.Over, (await house.TieOf(far)).Tie.Verdict);
        Assert.Equal("Fewer clinics,\nlarger ones", (await house.Again().AllReviews(Stop)).Single().Note);
        Assert.Contains("Nobody has grown quiet for longer than you meant.", await site.Page("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_keeps_all_that_was_typed()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite, new(2025, 1, 1));
        var (near, far, need) = await Quiet(house);
        await using var site = await TestSite.Open(house);

        using var wrong = await site.Post("/review", "/review", ($"need-{need}", "close"), ($"tie-{near}", "Rest"), ($"tie-{far}", "Forget"), ("note", "Kept words " + new string('x', NewReview.LongestNote)));

        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Kept words", page, StringComparison.Ordinal);
        Assert.Contains("Keep it to 5000 characters.", page.Replace("5,000", "5000", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Choose keep, rest, noRhythm or over.", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"close\" selected>", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Rest\" selected>", page, StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllReviews(Stop));
        Assert.Single(await house.Store.OpenNeeds(Stop));
    }

    [Fact]
    public async Task What_vanished_meanwhile_is_passed_over_with_a_sentence()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite, new(2025, 1, 1));
        var (near, far, need) = await Quiet(house);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/review"), "/review");
        foreach (var (name, value) in new[] { ($"need-{need}", "4"), ($"tie-{near}", "Rest"), ($"tie-{far}", "Over"), ("note", "") }) form[name] = value;
        await house.Store.RemoveNeed(need, house.Clock, Stop);
        await house.Store.TrashPerson(near, house.Clock, Stop);

        using var kept = await site.Send("/review", form);

        Assert.Equal("/review?said=Reviews.SaidKeptSome", kept.Headers.Location!.ToString());
        Assert.Equal(Verdict.Over, (await house.TieOf(far)).Tie.Verdict);
    }

    [Fact]
    public async Task Earlier_reviews_stand_below_and_are_removed_with_an_undo()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Need(SupportKind.Guidance, "Pricing");
        var (review, _) = await house.Keep(new() { Note = "Fewer clinics" });
        await using var site = await TestSite.Open(house);

        Assert.Contains("Fewer clinics", await site.Page("/review"), StringComparison.Ordinal);
        using var removed = await site.Post("/review", $"/reviews/{review.Id}/remove");
        var undo = Uri.UnescapeDataString(removed.Headers.Location!.ToString()).Split("undo=")[1];
        Assert.DoesNotContain("Fewer clinics", await site.Page("/review"), StringComparison.Ordinal);
        using var back = await site.Post(removed.Headers.Location.ToString(), undo);

        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("Fewer clinics", await site.Page("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_network_is_led_to_what_is_needed_and_the_map_leads_here()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        Assert.Contains("href=\"/map/begin\"", await site.Page("/review"), StringComparison.Ordinal);
        await house.Need(SupportKind.Guidance, "Pricing");
        Assert.Contains("href=\"/review\"", await site.Page("/map"), StringComparison.Ordinal);
    }

    /// <summary>Somebody near and somebody further off with whom it grew quiet, and a need.</summary>
    private static async Task<(Guid Near, Guid Far, Guid Need)> Quiet(TestHouse house)
    {
        var (near, far, need) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Need(SupportKind.Guidance, "Pricing"));
        await house.Store.SetLayer(near, Layer.Core, Stop);
        await house.Store.SetLayer(far, Layer.Extended, Stop);
        house.Clock.MoveTo(new(2026, 5, 1));
        return (near, far, need);
    }
}

using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Rhythm;

/// <summary>What was logged wrongly is corrected or removed, from every door, and comes back.</summary>
public class ChangeTouchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_that_the_timeline_leads_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var touch = await house.Touch(new(2026, 4, 1), TouchKind.Call, grace);
        await using var site = await TestSite.Open(house);
        var at = $"/touches/{touch.Id}";

        Assert.Contains($"href=\"{at}\"", await site.Page($"/people/{grace}"), StringComparison.Ordinal);
        var page = await site.Page(at);
        using var wrong = await site.Post(at, at + "/edit", ("person", grace.ToString()), ("kind", "call"), ("on", "2027-01-01"), ("direction", "both"));
        using var nobody = await site.Post(at, at + "/edit", ("who", "Somebody else"), ("kind", "call"), ("on", "2026-04-02"), ("direction", "both"));
        using var changed = await site.Post(at, at + "/edit", ("who", "Alan"), ("kind", "meeting"), ("on", "2026-04-02"), ("direction", "both"), ("minutes", "30"), ("note", "About clocks"));
        var now = await house.Again().TouchRecordOf(touch.Id, Stop);

        Assert.Contains("value=\"2026-04-01\"", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (wrong.StatusCode, nobody.StatusCode, changed.StatusCode));
        Assert.Equal((TouchKind.Meeting, new DateOnly(2026, 4, 2), 30, "About clocks", alan), (now.Touch.Kind, now.Touch.On, now.Touch.Minutes, now.Touch.Note, now.People.Single().Id));
        Assert.Null((await house.TieOf(grace)).LastTouchOn);

        using var removed = await site.Post(at, at + "/remove");
        Assert.Equal(0, await house.Again().Touches.CountAsync(Stop));
        Assert.Null((await house.TieOf(alan)).LastTouchOn);
        using var back = await site.TakeBack(removed);
        Assert.Equal("About clocks", (await house.Again().TouchRecordOf(touch.Id, Stop)).Touch.Note);
        Assert.Equal(new DateOnly(2026, 4, 2), (await house.TieOf(alan)).LastTouchOn);

        await using var bob = await site.As(await house.BobsAccount());
        using var his = await bob.Browser.GetAsync(at, Stop);
        Assert.Equal(HttpStatusCode.NotFound, his.StatusCode);
    }

    [Theory, OnBoth]
    public async Task From_the_command_line_and_by_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var touch = await house.Touch(new(2026, 4, 1), TouchKind.Call, grace, alan);
        var end = touch.Id.ToString("N")[^6..];
        await using var site = await TestSite.Open(house);

        var list = (await house.Type("touches", "Grace")).Fine().Out;
        var edited = (await house.Type("touches", "edit", end, "--on", "2026-04-03", "--with", "Grace", "--json")).Fine().Json;
        var removed = (await house.Type("touches", "remove", end, "--json")).Fine().Json.GetProperty("change").GetString()!;
        var empty = (await house.Type("touches")).Fine().Out;
        (await house.Type("undo", removed)).Fine();
        var gone = (await site.Delete($"/api/touches/{touch.Id}")).Fine()["change"].GetString();
        (await site.Hand($"/api/changes/{gone}/undo", new { })).Is(HttpStatusCode.NoContent);

        Assert.StartsWith($"{end}  a call, ", list, StringComparison.Ordinal);
        Assert.Equal(("2026-04-03", "call", 1), (edited.GetProperty("on").GetString(), edited.GetProperty("kind").GetString(), edited.GetProperty("people").GetArrayLength()));
        Assert.Contains("Nothing is logged yet.", empty, StringComparison.Ordinal);
        Assert.Equal(grace, (await house.Again().TouchRecordOf(touch.Id, Stop)).People.Single().Id);
        Assert.NotEqual(0, (await house.Type("touches", "remove", "ffffff")).Code);
        Assert.NotEqual(0, (await house.Type("touches", "edit", end, "--on", "2027-01-01")).Code);
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_is_not_seen_and_stays_part_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var touch = await house.Touch(new(2026, 4, 1), TouchKind.Call, grace, alan);
        await house.Again().TrashPerson(alan, house.Clock, Stop);
        await house.Again().ChangeTouch(touch.Id, new() { People = [grace], On = new(2026, 4, 2), Kind = TouchKind.Video }, house.Today, Stop);
        await house.Again().RestorePerson(alan, house.Clock, Stop);

        Assert.Equal([alan, grace], (await house.Again().TouchRecordOf(touch.Id, Stop)).People.Select(p => p.Id));
        Assert.Equal((TouchKind.Video, new DateOnly(2026, 4, 2)), ((await house.Again().TimelineOf(alan, null, 10, Stop)).Single().Touch is var it ? (it.Kind, it.On) : default));
    }

    [Theory, OnBoth]
    public async Task A_removed_touch_of_somebody_who_is_gone_for_good_does_not_come_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var touch = await house.Touch(new(2026, 4, 1), TouchKind.Call, grace);
        var change = await house.Again().LetGoOfTouch(touch.Id, house.Clock, Stop);
        await house.Again().RemovePeople([grace], house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.Equal("Rhythm.PersonNotThere", (await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(change))).Reason.Key);
        Assert.Equal(0, await house.Again().Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Time_for_people_is_set_where_layers_are(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        using var odd = await site.Post("/layers", "/layers/time", ("minutes", "much"));
        using var set = await site.Post("/layers", "/layers/time", ("minutes", "120"));
        var page = await site.Page("/layers");
        using var off = await site.Post("/layers", "/layers/time", ("minutes", ""));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (odd.StatusCode, set.StatusCode, off.StatusCode));
        Assert.Contains("value=\"120\"", page, StringComparison.Ordinal);
        Assert.Null((await house.Again().BudgetOn(house.Today, Stop)).Minutes);
    }
}

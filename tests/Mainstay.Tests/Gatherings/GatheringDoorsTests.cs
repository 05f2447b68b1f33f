using System.Net;
using Mainstay.Gatherings;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Gatherings;

/// <summary>Gatherings on pages, from the command line and for programs.</summary>
public class GatheringDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Pages_add_a_gathering_and_note_several_people_in_a_row(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, dana) = (await house.Know("Grace Hopper"), await house.Know("Dana Wuthering"));
        await house.Know("Dana Wulff");
        await using var site = await TestSite.Open(house);

        var empty = await site.Page("/gatherings");
        using var wrong = await site.Post("/gatherings/new", "/gatherings", ("name", "Kept words"), ("on", "2026-05-01"), ("to", "9 o'clock"));
        using var added = await site.Post("/gatherings/new", "/gatherings", ("name", "Health founders"), ("on", "2026-05-01"), ("from", "10:00"), ("place", "Lisbon"), ("pitch", "Fair prices"), ("hours", "2,5"), ("state", "Going"));
        var it = (await house.Again().GatheringsAhead(house.Today, Stop)).Single();
        var at = $"/gatherings/{it.Id}";
        using var known = await site.Post(at, $"{at}/met", ("who", "Grace Hopper"), ("about", "Runs the tunnel"));
        using var unclear = await site.Post(at, $"{at}/met", ("who", "Dana Wu"), ("about", "Ex-Stripe"));
        using var chosen = await site.Post(at, $"{at}/met", ("who", "Dana Wu"), ("person", "new"), ("about", "Ex-Stripe"));
        using var stranger = await site.Post(at, $"{at}/met", ("who", "Zebulon Quux"));
        var page = await site.Page(at);
        var list = await site.Page("/gatherings");

        Assert.Contains("Note the next event", empty, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, 2.5), (wrong.StatusCode, added.StatusCode, it.Hours));
        var kept = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Contains("“9 o'clock” is no time of day.", kept, StringComparison.Ordinal);
        Assert.Contains("Kept words", kept, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (known.StatusCode, unclear.StatusCode, chosen.StatusCode, stranger.StatusCode));
        var asked = WebUtility.HtmlDecode(await unclear.Content.ReadAsStringAsync(Stop));
        Assert.Contains($"value=\"{dana}\"", asked, StringComparison.Ordinal);
        Assert.Contains("Somebody new: Dana Wu", asked, StringComparison.Ordinal);
        foreach (var text in new[] { "Runs the tunnel", "Ex-Stripe", "Zebulon Quux", "Fair prices", "10:00" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Health founders", list, StringComparison.Ordinal);
        Assert.Contains("Runs the tunnel", await site.Page($"/people/{grace}"), StringComparison.Ordinal);
        using var back = await site.TakeBack(stranger);
        Assert.DoesNotContain("Zebulon Quux", await site.Page(at), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task One_tap_says_that_the_owner_goes_and_a_form_changes_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Store.AddGathering(new() { Name = "Health founders", On = new(2026, 5, 4), From = new(18, 0) }, house.Clock, Stop);
        var at = $"/gatherings/{it.Id}";
        await using var site = await TestSite.Open(house);

        using var going = await site.Post("/gatherings", $"{at}/state", ("state", "Going"));
        using var odd = await site.Post(at, $"{at}/edit", ("name", "Health founders"), ("on", "2026-05-04"), ("until", "2026-05-01"));
        using var changed = await site.Post(at, $"{at}/edit", ("name", "Founders"), ("on", "2026-05-05"), ("state", "Going"));
        using var removed = await site.Post(at, $"{at}/remove");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (going.StatusCode, odd.StatusCode, changed.StatusCode));
        Assert.Contains("It cannot end before it begins.", WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Empty(await house.Again().GatheringsAhead(house.Today, Stop));
        using var back = await site.TakeBack(removed);
        var now = (await house.Again().GatheringsAhead(house.Today, Stop)).Single();
        Assert.Equal(("Founders", new DateOnly(2026, 5, 5), null, GatheringState.Going), (now.Name, now.FirstDay, now.StartsAt, now.State));
    }

    [Theory, OnBoth]
    public async Task The_command_line_says_it_all_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var added = (await house.Type("gatherings", "add", "Health", "founders", "--on", "2026-04-30", "--from", "18:00", "--to", "20:00", "--place", "Lisbon", "--json")).Fine().Json;
        var edited = (await house.Type("gatherings", "edit", "Health", "--pitch", "Fair prices", "--to", "", "--json")).Fine().Json;
        var nobody = await house.Type("met", "Dana", "Wu", "--at", "Health founders", "--about", "Ex-Stripe");
        var met = (await house.Type("met", "Dana", "Wu", "--at", "Health founders", "--about", "Ex-Stripe", "--promise", "Send the deck", "--new", "--json")).Fine().Json;
        var known = (await house.Type("met", "Grace", "--at", "Health")).Fine();
        var shown = (await house.Type("gatherings", "show", "Health")).Fine();
        var undone = (await house.Type("met", "undo", met.GetProperty("id").GetString()!, "--json")).Fine();
        var gone = (await house.Type("gatherings", "go", "Health", "--json")).Fine().Json;
        var past = (await house.Type("gatherings", "--past")).Fine();
        var none = await house.Type("gatherings", "not", "Nothing of the kind");

        Assert.Equal(("18:00", "2026-04-30"), (added.GetProperty("from").GetString(), added.GetProperty("on").GetString()));
        Assert.Equal(("18:00", null, "Fair prices"), (edited.GetProperty("from").GetString(), edited.GetProperty("to").GetString(), edited.GetProperty("pitch").GetString()));
        Assert.NotEqual(0, nobody.Code);
        Assert.Contains("Add --new", nobody.Error, StringComparison.Ordinal);
        Assert.Equal("Dana Wu", met.GetProperty("person").GetProperty("name").GetString());
        Assert.Contains("You met Grace Hopper at Health founders.", known.Out, StringComparison.Ordinal);
        Assert.Contains("Dana Wu: Ex-Stripe", shown.Out, StringComparison.Ordinal);
        Assert.Contains("change", undone.Out, StringComparison.Ordinal);
        Assert.Equal("going", gone.GetProperty("state").GetString());
        Assert.Contains("Health founders", past.Out, StringComparison.Ordinal);
        Assert.Contains("There is no gathering “Nothing of the kind”.", none.Error, StringComparison.Ordinal);
        Assert.Single(await house.Again().EncountersOf(Stop));
    }

    [Fact]
    public async Task Assistants_are_told_what_comes()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper", p => p with { Dates = [new("birthday", null, 5, 9)] });
        await house.Store.AddGathering(new() { Name = "Health founders", On = new(2026, 5, 4), From = new(18, 0) }, house.Clock, Stop);
        await house.Store.AddGathering(new() { Name = "Not mine", On = new(2026, 5, 4), State = GatheringState.Not }, house.Clock, Stop);

        var coming = await house.Store.Upcoming(house.Today, 14, Stop);

        Assert.Equal(["Health founders"], coming.Gatherings.Select(g => g.Name));
        Assert.Equal([new DateOnly(2026, 5, 9)], coming.Occasions.Select(o => o.On));
        Assert.Empty((await house.Store.Upcoming(house.Today, 1, Stop)).Gatherings);
    }
}

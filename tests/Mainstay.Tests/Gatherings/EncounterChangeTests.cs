using System.Net;
using Mainstay.Gatherings;
using Mainstay.Introductions;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Gatherings;

/// <summary>What was noted of an encounter is corrected, and that is taken back.</summary>
public class EncounterChangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_touch_and_what_was_promised_follow_and_come_back_as_they_were(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28), Until = new(2026, 4, 29) }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace, About = "Runs the tunnel", Promised = "Send the deck", PromisedToMe = "Two names" }, house.Today, house.Clock, Stop);
        var deck = (await house.Store.OpenTasks(Stop)).Single(t => !t.Task.PromisedToMe).Task.Id;
        await house.Again().Postpone(deck, new(2026, 5, 20), Stop);

        var change = await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, PersonId = alan, About = "Breaks codes", PromisedToMe = "Three names", On = new(2026, 4, 28) }, Triage.Park, house.Today, house.Clock, Stop);
        var (now, touch, tasks) = ((await house.Again().EncounterOf(met.Id, Stop)).Encounter, await house.Store.TouchOf(met.TouchId!.Value, Stop), await house.Store.OpenTasks(Stop));
        await house.TakeBack(change);
        await house.TakeBack(change); // twice is as once
        var (back, again, theirs) = ((await house.Again().EncounterOf(met.Id, Stop)).Encounter, await house.Store.TouchOf(met.TouchId!.Value, Stop), await house.Store.OpenTasks(Stop));

        Assert.Equal((alan, "Breaks codes", null, "Three names", new DateOnly(2026, 4, 28), Triage.Park), (now.PersonId, now.About, now.Promised, now.PromisedToMe, now.On, now.Triage));
        Assert.Equal(("Open day: Breaks codes", new DateOnly(2026, 4, 28)), (touch.Note, touch.On));
        Assert.Equal([alan], touch.People);
        Assert.Equal([("Three names", (Guid?)alan)], tasks.Select(t => (t.Task.Text, t.Task.PersonId)));
        Assert.Equal((grace, "Runs the tunnel", "Send the deck", "Two names", met.On, (Triage?)null), (back.PersonId, back.About, back.Promised, back.PromisedToMe, back.On, back.Triage));
        Assert.Equal(("Open day: Runs the tunnel", met.On), (again.Note, again.On));
        Assert.Equal([grace], again.People);
        Assert.Equal([(deck, "Send the deck", new DateOnly(2026, 5, 20), (Guid?)grace)], theirs.Where(t => !t.Task.PromisedToMe).Select(t => (t.Task.Id, t.Task.Text, t.Task.DueOn!.Value, t.Task.PersonId)));
        Assert.Equal(["Two names"], theirs.Where(t => t.Task.PromisedToMe).Select(t => t.Task.Text));
    }

    [Theory, OnBoth]
    public async Task Who_was_added_by_mistake_lies_in_the_trash_and_what_was_changed_since_is_not_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28) }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, Name = "Grace Hoper" }, house.Today, house.Clock, Stop);

        var change = await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, PersonId = grace }, null, house.Today, house.Clock, Stop);
        var there = await house.Again().People.Select(p => p.Name).ToListAsync(Stop);
        await house.TakeBack(change);
        var back = (await house.Again().EncounterOf(met.Id, Stop)).Name;
        var second = await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, Name = "Dana Wu", About = "Ex-Stripe" }, null, house.Today, house.Clock, Stop);
        await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, About = "Ex-Adyen" }, null, house.Today, house.Clock, Stop);

        Assert.Equal(["Grace Hopper"], there);
        Assert.Equal("Grace Hoper", back);
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(second));
        Assert.Equal(("Dana Wu", "Ex-Adyen"), ((await house.Again().EncounterOf(met.Id, Stop)).Name, (await house.Store.EncounterOf(met.Id, Stop)).Encounter.About));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, On = new(2026, 4, 27) }, null, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id }, (Triage)9, house.Today, house.Clock, Stop));
        var bob = await house.Bob();
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeEncounter(met.Id, new() { GatheringId = at.Id }, null, house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Who_is_known_better_since_stays_when_their_name_is_corrected(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28) }, house.Clock, Stop);
        var dana = await house.Again().Meet(new() { GatheringId = at.Id, Name = "Dana Wu" }, house.Today, house.Clock, Stop);
        var mary = await house.Again().Meet(new() { GatheringId = at.Id, Name = "Mary Jackson" }, house.Today, house.Clock, Stop);
        var hedy = await house.Again().Meet(new() { GatheringId = at.Id, Name = "Hedy Lamarr" }, house.Today, house.Clock, Stop);
        var alan = await house.Again().Meet(new() { GatheringId = at.Id, Name = "Alan Turing" }, house.Today, house.Clock, Stop);
        await house.Again().NoteLearning(new() { Text = "Ask first", Where = new() { PersonId = hedy.PersonId } }, house.Today, house.Clock, Stop);
        await house.Again().SayKnow(new() { PersonId = grace, Others = [alan.PersonId] }, house.Today, Stop);
        await house.Again().Promise(new() { Text = "Send the deck", PersonId = dana.PersonId }, house.Clock, Stop);
        await house.Again().ChangePerson(mary.PersonId, (await house.Store.DetailsOf(mary.PersonId, Stop)) with { Notes = "Likes tea" }, house.Clock, Stop);

        foreach (var met in new[] { dana, mary, hedy, alan }) await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, PersonId = grace }, null, house.Today, house.Clock, Stop);

        Assert.Equal(["Alan Turing", "Dana Wu", "Grace Hopper", "Hedy Lamarr", "Mary Jackson"], (await house.Again().People.Select(p => p.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task What_is_promised_late_is_due_by_the_corrected_day_and_never_overdue_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28), Until = new(2026, 4, 29) }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace }, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 20));

        await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, Promised = "Send the deck", PromisedToMe = "Two names", On = new(2026, 4, 28) }, null, house.Today, house.Clock, Stop);

        var tasks = await house.Again().OpenTasks(Stop);
        Assert.Equal(new DateOnly(2026, 5, 20), tasks.Single(t => !t.Task.PromisedToMe).Task.DueOn);
        Assert.Equal(new DateOnly(2026, 5, 28), tasks.Single(t => t.Task.PromisedToMe).Task.DueOn);
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_when_it_is_taken_back_was_not_met_once_they_are_out_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28) }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace }, house.Today, house.Clock, Stop);
        var change = await house.Again().ChangeEncounter(met.Id, new() { GatheringId = at.Id, PersonId = alan }, null, house.Today, house.Clock, Stop);
        await house.Again().TrashPerson(alan, house.Clock, Stop);

        await house.TakeBack(change);
        await house.Again().RestorePerson(alan, house.Clock, Stop);

        Assert.Equal([grace], (await house.Again().TouchOf(met.TouchId!.Value, Stop)).People);
        Assert.Equal(((DateOnly?)null, (DateOnly?)met.On), ((await house.Store.Ties.SingleAsync(t => t.Id == alan, Stop)).LastTouchOn, (await house.Store.Ties.SingleAsync(t => t.Id == grace, Stop)).LastTouchOn));
    }

    [Theory, OnBoth]
    public async Task Pages_the_command_line_and_programs_correct_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Know("Alan Turning");
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28) }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace, About = "Runs the tunnel", Promised = "Send the deck" }, house.Today, house.Clock, Stop);
        var page = $"/encounters/{met.Id}";
        await using var site = await TestSite.Open(house);

        var (ofGathering, ofPerson, open) = (await site.Page($"/gatherings/{at.Id}"), await site.Page($"/people/{grace}"), await site.Page($"{page}?correct"));
        using var unclear = await site.Post(page, $"{page}/edit", ("who", "Alan Tur"), ("about", "Kept words"));
        using var corrected = await site.Post(page, $"{page}/edit", ("who", "Alan Tur"), ("person", alan.ToString()), ("about", "Breaks codes"), ("promised", "Send the deck"), ("on", "2026-04-28"), ("triage", "Introduce"));
        var web = (await house.Again().EncounterOf(met.Id, Stop)).Encounter;
        using var back = await site.TakeBack(corrected);
        var typed = (await house.Type("met", "edit", met.Id.ToString(), "--about", "Runs two tunnels", "--promise", "", "--as", "park", "--json")).Fine().Json;
        var stranger = await house.Type("met", "edit", met.Id.ToString(), "--who", "Dana Wu");
        var said = (await house.Type("met", "edit", met.Id.ToString(), "--who", "Dana Wu", "--new")).Fine();
        var read = await site.Ask($"/api/encounters/{met.Id}");
        var put = await site.Put($"/api/encounters/{met.Id}", new { personId = alan, about = "Breaks codes", triage = "drop" }, ("If-Match", read.Tag!));
        var late = await site.Put($"/api/encounters/{met.Id}", new { about = "Late" }, ("If-Match", read.Tag!));

        foreach (var text in new[] { ofGathering, ofPerson }) Assert.Contains($"{page}?correct#correct", text, StringComparison.Ordinal);
        Assert.Contains("<details class=\"more mt\" id=\"correct\" open", open, StringComparison.Ordinal);
        var asked = WebUtility.HtmlDecode(await unclear.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        foreach (var text in new[] { $"value=\"{alan}\"", "Kept words", "Somebody new: Alan Tur" }) Assert.Contains(text, asked, StringComparison.Ordinal);
        Assert.Equal((alan, "Breaks codes", "Send the deck", Triage.Introduce), (web.PersonId, web.About, web.Promised, web.Triage));
        Assert.Equal(("Grace Hopper", "Runs two tunnels", null, "park"), (typed.GetProperty("person").GetProperty("name").GetString(), typed.GetProperty("about").GetString(), typed.GetProperty("promised").GetString(), typed.GetProperty("triage").GetString()));
        Assert.Contains("Add --new", stranger.Error, StringComparison.Ordinal);
        Assert.Contains("Dana Wu", said.Out, StringComparison.Ordinal);
        Assert.Contains("mainstay undo", said.Error, StringComparison.Ordinal);
        Assert.Equal((alan, "drop"), (put["person"].GetProperty("id").GetGuid(), put["triage"].GetString()));
        Assert.NotEqual(Guid.Empty, put["change"].GetGuid());
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
    }

    [Theory, OnBoth]
    public async Task Whom_to_talk_to_is_chosen_from_the_command_line_and_by_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 5, 4) }, house.Clock, Stop);
        await house.Again().Expect(at.Id, [grace, alan], Stop);
        await using var site = await TestSite.Open(house);

        var chosen = (await house.Type("gatherings", "choose", "Open day", "Grace Hopper", "--about", "Her clinic", "--json")).Fine().Json;
        var shown = (await house.Type("gatherings", "prepare", "Open day")).Fine();
        var told = await site.Put($"/api/gatherings/{at.Id}/expected/{alan}", new { chosen = true });
        var not = (await house.Type("gatherings", "choose", "Open day", "Grace Hopper", "--not", "--json")).Fine().Json;
        var nobody = await house.Type("gatherings", "choose", "Open day", "Somebody Else");
        var stranger = await site.Put($"/api/gatherings/{at.Id}/expected/{Guid.CreateVersion7()}", new { chosen = true });
        var bobs = await (await site.As(await house.BobsAccount())).Put($"/api/gatherings/{at.Id}/expected/{alan}", new { chosen = true });

        Assert.Equal(("Grace Hopper", true, "Her clinic"), (chosen.GetProperty("talkTo")[0].GetProperty("person").GetProperty("name").GetString(), chosen.GetProperty("talkTo")[0].GetProperty("chosen").GetBoolean(), chosen.GetProperty("talkTo")[0].GetProperty("about").GetString()));
        Assert.Contains("You want to talk to Grace Hopper", shown.Out, StringComparison.Ordinal);
        Assert.Equal(["Alan Turing", "Grace Hopper"], told["talkTo"].EnumerateArray().Select(p => p.GetProperty("person").GetProperty("name").GetString()!));
        Assert.Equal(["Alan Turing"], not.GetProperty("talkTo").EnumerateArray().Select(p => p.GetProperty("person").GetProperty("name").GetString()!));
        Assert.NotEqual(0, nobody.Code);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.Status, bobs.Status));
    }
}

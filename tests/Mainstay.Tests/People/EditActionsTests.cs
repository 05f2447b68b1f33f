using Mainstay.People;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.People;

public class EditActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task An_edit_changes_its_part_and_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        foreach (var section in PersonEdits.All)
        {
            var now = await house.Again().DetailsToEdit(grace.Id, Stop);
            var edited = await house.Again().EditPerson(grace.Id, Sent(section, now, section.Filled(now)), house.Clock, Stop);
            Assert.True(edited.Undo is null, $"{section.Name}: what was only looked at was changed");
        }

        var details = await house.Again().DetailsToEdit(grace.Id, Stop);
        await house.Again().EditPerson(grace.Id, Typed("contacts", details, ("phones.0.value", "+351 21 000 0000")), house.Clock, Stop);

        Samples.Same(Samples.Grace with { Phones = [new("+351 21 000 0000", "mobile")] }, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Edits_of_different_fields_come_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var both = await house.Again().DetailsToEdit(grace.Id, Stop);

        await house.Again().EditPerson(grace.Id, Typed("contacts", both, ("emails.0.value", "grace@harvard.example")), house.Clock, Stop);
        var second = await house.Again().EditPerson(grace.Id, Typed("contacts", both, ("phones.0.value", "+1 202 555 0199")), house.Clock, Stop);

        var after = await house.Again().DetailsOf(grace.Id, Stop);
        Assert.Equal(("grace@harvard.example", "+1 202 555 0199"), (after.Emails[0].Value, after.Phones[0].Value));
        Assert.Equal(["emails"], second.Outcome.Meanwhile.Select(f => f.Name));
        Assert.NotNull(second.Undo);
    }

    [Theory, OnBoth]
    public async Task Edits_of_the_same_field_clash_and_nothing_is_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var both = await house.Again().DetailsToEdit(grace.Id, Stop);

        await house.Again().EditPerson(grace.Id, Typed("notes", both, ("notes", "Hers")), house.Clock, Stop);
        var second = await house.Again().EditPerson(grace.Id, Typed("notes", both, ("notes", "Mine")), house.Clock, Stop);

        Assert.Equal(["notes"], second.Outcome.Clashes.Select(f => f.Name));
        Assert.Null(second.Undo);
        Assert.Equal("Hers", (await house.Again().DetailsOf(grace.Id, Stop)).Notes);
        var same = await house.Again().EditPerson(grace.Id, Typed("notes", both, ("notes", "Hers")), house.Clock, Stop);
        Assert.Empty(same.Outcome.Clashes);
    }

    [Theory, OnBoth]
    public async Task Parts_of_a_name_are_one_thing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var both = await house.Again().DetailsToEdit(grace.Id, Stop);

        await house.Again().EditPerson(grace.Id, Typed("name", both, ("givenName", "Amazing")), house.Clock, Stop);
        var second = await house.Again().EditPerson(grace.Id, Typed("name", both, ("familyName", "Murray")), house.Clock, Stop);

        Assert.Equal(["givenName", "familyName"], second.Outcome.Clashes.Select(f => f.Name));
    }

    [Theory, OnBoth]
    public async Task An_edit_is_taken_back_as_long_as_nothing_came_after(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var rooms = house.Services.GetServices<IPutBack>().ToList();
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var first = await house.Again().EditPerson(grace.Id, Typed("words", await house.Again().DetailsToEdit(grace.Id, Stop), ("topics", "compilers\nstandards")), house.Clock, Stop);
        var second = await house.Again().EditPerson(grace.Id, Typed("words", await house.Again().DetailsToEdit(grace.Id, Stop), ("topics", "clocks")), house.Clock, Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.Again().TakeBack(first.Undo!.Value, rooms, house.Clock, Stop));
        await house.Again().TakeBack(second.Undo!.Value, rooms, house.Clock, Stop);
        Assert.Equal(["compilers", "standards"], (await house.Again().DetailsOf(grace.Id, Stop)).Topics);
        await house.Again().TakeBack(first.Undo!.Value, rooms, house.Clock, Stop);
        Samples.Same(Samples.Grace, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task A_name_that_one_person_has_becomes_a_link_and_stays_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var howard = await house.Store.AddPerson(new() { Name = "Howard Aiken" }, house.Clock, Stop);
        foreach (var name in new[] { "Alan Turing", "Alan Turing" }) await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Relations = [new("colleague", "Alan Turing")] }, house.Clock, Stop);

        var now = await house.Again().DetailsToEdit(grace.Id, Stop);
        await house.Again().EditPerson(grace.Id, Typed("met", now, ("through.0.name", "Howard Aiken"), ("metOn", "2024-03")), house.Clock, Stop);
        await house.Again().EditPerson(grace.Id, Typed("relations", now, ("relations.1.kind", "manager"), ("relations.1.name", "Howard Aiken")), house.Clock, Stop);
        await house.Again().EditPerson(howard.Id, Typed("name", await house.Again().DetailsToEdit(howard.Id, Stop), ("name", "Howard H. Aiken")), house.Clock, Stop);
        var shown = await house.Again().DetailsToEdit(grace.Id, Stop);
        await house.Again().EditPerson(grace.Id, Typed("met", shown, ("metWhere", "Harvard")), house.Clock, Stop);

        var after = await house.Again().DetailsOf(grace.Id, Stop);
        Assert.Equal("Howard H. Aiken", shown.MetThroughName);
        Assert.Equal((howard.Id, null, "2024-03", "Harvard"), (after.MetThroughId, after.MetThroughName, after.MetOn, after.MetWhere));
        Assert.Equal([null, howard.Id], after.Relations.Select(r => r.OtherId));
    }

    [Theory, OnBoth]
    public async Task What_was_wrong_before_does_not_stand_in_the_way(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var point = house.Store.ContactPoints.First(c => c.Kind == ContactKind.Email);
        point.Value = "grace at navy";
        await house.Store.SaveChangesAsync(Stop);

        await house.Again().EditPerson(grace.Id, Typed("notes", await house.Again().DetailsToEdit(grace.Id, Stop), ("notes", "New")), house.Clock, Stop);

        Assert.Equal("New", (await house.Again().DetailsOf(grace.Id, Stop)).Notes);
    }

    [Theory, OnBoth]
    public async Task Two_at_the_same_moment_lose_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var both = await house.Again().DetailsToEdit(grace.Id, Stop);
        var (one, other) = (house.Again(), house.Again());

        await Task.WhenAll(
            one.EditPerson(grace.Id, Typed("notes", both, ("notes", "New notes")), house.Clock, Stop),
            other.EditPerson(grace.Id, Typed("words", both, ("labels", "gold")), house.Clock, Stop));

        var after = await house.Again().DetailsOf(grace.Id, Stop);
        Assert.Equal("New notes gold", $"{after.Notes} {string.Join(' ', after.Labels)}");
    }

    [Theory, OnBoth]
    public async Task Bobs_people_are_not_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(Samples.Grace, house.Clock, Stop);
        var edited = await bob.EditPerson(secret.Id, Typed("notes", Samples.Grace, ("notes", "Secret")), house.Clock, Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Store.DetailsToEdit(secret.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.EditPerson(secret.Id, Typed("notes", Samples.Grace, ("notes", "Mine")), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.TakeBack(edited.Undo!.Value, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
    }

    /// <summary>The form of a part as it was opened on these details, with some of it typed anew.</summary>
    private static Edit<PersonDetails> Typed(string name, PersonDetails seen, params (string Field, string Value)[] typed)
    {
        var section = PersonEdits.Section(name)!;
        var sheet = section.Filled(seen);
        foreach (var (field, value) in typed) sheet[field] = value;
        return Sent(section, seen, sheet);
    }

    private static Edit<PersonDetails> Sent(EditSection<PersonDetails> section, PersonDetails seen, Sheet sheet)
    {
        var problems = new Problems();
        var edit = new SentForm(sheet, section.Fingerprint(seen), [], null).Read(section, seen, new(), problems);
        Assert.Empty(problems);
        return edit;
    }
}

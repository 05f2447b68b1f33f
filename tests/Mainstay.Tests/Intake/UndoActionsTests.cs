using Mainstay.Board;
using Mainstay.Calendars;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Intake;
using Mainstay.Introductions;
using Mainstay.Memberships;
using Mainstay.Merging;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Intake;

public class UndoActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<Undone> Undo(TestHouse house, ImportReport report) =>
        house.Again().UndoImport(report.Import!.Value, house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop);

    [Theory, OnBoth]
    public async Task Takes_back_an_import_even_after_later_ones(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = await house.Import(house.File("messages.csv", Bring.Messages), house.File("Connections.csv", Bring.Connections));
        await house.ImportText(Bring.Card("Bo Byron", "ORG:Newstead"), "later.vcf");

        var undone = await Undo(house, first);

        Assert.Equal((3, 0, 3), (undone.Removed, undone.Restored, undone.Touches));
        Assert.Empty(undone.Stays);
        Assert.Equal(["Bo Byron"], await house.Names());
        Assert.Empty(await house.Store.Touches.ToListAsync(Stop));
        Assert.Equal(["Newstead"], await house.Store.Organizations.Select(o => o.Name).ToListAsync(Stop));
        // And it can be brought in again, as if for the first time.
        Assert.Equal((5, 0), await house.Import(house.File("messages.csv", Bring.Messages), house.File("Connections.csv", Bring.Connections)).Counts().ContinueWith(c => (c.Result.Added, c.Result.Updated), Stop, TaskContinuationOptions.None, TaskScheduler.Default));
    }

    [Theory, OnBoth]
    public async Task Puts_back_what_an_import_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var card = Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example", "ORG:US Navy", $"PHOTO;ENCODING=b:{Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 1, 2])}");
        await house.ImportText(card);
        var before = new Said(await house.Details("Grace Hopper"), await house.Places("Grace Hopper")).ToJson();

        var second = await house.ImportText(Bring.Card("Grace Murray", "UID:g-1", "EMAIL:grace@yale.example", "ORG:Yale", $"PHOTO;ENCODING=b:{Convert.ToBase64String([0xFF, 0xD8, 0xFF, 1, 2])}"));
        var undone = await Undo(house, second);

        Assert.Equal(1, undone.Restored);
        Assert.Equal(before, new Said(await house.Details("Grace Hopper"), await house.Places("Grace Hopper")).ToJson());
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 1, 2], (await house.Store.Photos.SingleAsync(Stop)).Bytes);
        Assert.Contains("US Navy", (await house.Store.OriginalCards.SingleAsync(Stop)).Text, StringComparison.Ordinal);
        Assert.Equal(["US Navy"], await house.Store.Organizations.Select(o => o.Name).ToListAsync(Stop));
        Assert.Equal((0, 0, 1, 0), await house.ImportText(card).Counts());
    }

    [Theory, OnBoth]
    public async Task What_is_imported_changed_and_taken_back_is_found_as_it_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        async Task<int> Found(string words) => (await house.Again().PeopleFound(new(words), Stop)).People.Count;
        await house.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "ORG:Navy", "NOTE:clocks"));
        Assert.Equal((1, 1), (await Found("navy"), await Found("clocks")));

        var second = await house.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "NOTE:wire"));
        Assert.Equal((0, 0, 1), (await Found("navy"), await Found("clocks"), await Found("wire")));

        await Undo(house, second);
        Assert.Equal((1, 1, 0), (await Found("navy"), await Found("clocks"), await Found("wire")));
    }

    [Theory, OnBoth]
    public async Task What_was_edited_since_stays_and_is_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText(Bring.Card("Grace Hopper") + Bring.Card("Alan Turing") + Bring.Card("Katherine Johnson") + Bring.Card("Bo Byron"));
        var (grace, alan) = (await house.Again().FindPerson("Grace Hopper", Stop), await house.Store.FindPerson("Alan Turing", Stop));
        await house.Store.ChangePerson(grace.Id, await house.Details("Grace Hopper") with { Notes = "mine" }, house.Clock, Stop);
        await house.Store.Record(new() { People = [alan.Id], On = new DateOnly(2026, 4, 30), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        var katherine = await house.Store.FindPerson("Katherine Johnson", Stop);
        house.Store.Add(new PromisedTask { Text = "send the tables", PersonId = katherine.Id, CreatedAt = house.Clock.GetUtcNow().UtcDateTime });
        await house.Store.SaveChangesAsync(Stop);

        var undone = await Undo(house, report);

        Assert.Equal(1, undone.Removed);
        Assert.Equal([("Alan Turing", "Intake.Needed_TouchPerson"), ("Grace Hopper", "Intake.PersonEdited"), ("Katherine Johnson", "Intake.Needed_PromisedTask")], undone.Stays.Select(s => (s.Name, s.Why.Key)).Order());
        Assert.Equal(["Alan Turing", "Grace Hopper", "Katherine Johnson"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task A_touch_rewritten_since_stays_with_its_person(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText("date,person,email,kind,direction,note\n2026-04-01,Grace Hopper,grace@navy.example,call,out,about clocks\n2026-04-02,Alan Turing,,call,out,\n");
        var touch = await house.Again().Touches.AsNoTracking().OrderBy(t => t.On).FirstAsync(Stop);
        var grace = await house.Store.FindPerson("Grace Hopper", Stop);
        await house.Store.ChangeTouch(touch.Id, new() { People = [grace.Id], On = touch.On, Kind = TouchKind.Meeting, Note = "it was a meeting" }, house.Today, Stop);

        var undone = await Undo(house, report);

        Assert.Equal((1, 1), (undone.Removed, undone.Touches));
        Assert.Equal(["Grace Hopper"], await house.Names());
        Assert.Equal(["Intake.TouchEdited", "Intake.Needed_TouchPerson"], undone.Stays.Select(s => s.Why.Key));
    }

    [Theory, OnBoth]
    public async Task Touches_go_with_their_import_though_who_they_were_with_was_brought_into_somebody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText("date,person,email,kind,direction,note\n2026-04-01,Grace Hopper,grace@navy.example,call,out,about clocks\n2026-04-02,Grace Hopper,grace@navy.example,call,out,\n");
        var (twice, grace) = (await house.Again().FindPerson("Grace Hopper", Stop), await house.Again().AddPerson(new() { Name = "Rear Admiral Hopper" }, house.Clock, Stop));
        var edited = await house.Again().Touches.AsNoTracking().OrderBy(t => t.On).FirstAsync(Stop);
        await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        await house.Again().ChangeTouch(edited.Id, new() { People = [grace.Id], On = edited.On, Kind = TouchKind.Meeting, Note = "it was a meeting" }, house.Today, Stop);

        var undone = await Undo(house, report);

        Assert.Equal((0, 1), (undone.Removed, undone.Touches));
        Assert.Equal([edited.Id], await house.Again().Touches.Select(t => t.Id).ToListAsync(Stop));
        Assert.Contains(undone.Stays, s => s.Why.Key == "Intake.TouchEdited" && s.Id == edited.Id);
        Assert.Equal(1, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task Whoever_anything_else_is_about_stays_and_is_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        string[] names = ["Alan Turing", "Annie Easley", "Barbara Liskov", "Bo Byron", "Dorothy Vaughan", "Grace Hopper", "Katherine Johnson", "Mary Jackson", "Radia Perlman", "Shafi Goldwasser"];
        var report = await house.ImportText(string.Concat(names.Select(n => Bring.Card(n))));
        var people = await house.Again().People.ToDictionaryAsync(p => p.Name, p => p.Id, Stop);
        var gathering = house.Store.Add(new Gathering { Name = "Society of engines" }).Entity;
        house.Store.Add(new Ask { ThreadId = Guid.CreateVersion7(), PersonId = people["Alan Turing"], What = "Read my paper" });
        house.Store.Add(new Favour { PersonId = people["Annie Easley"], What = "Read my paper" });
        house.Store.Add(new Seat { PersonId = people["Barbara Liskov"] });
        house.Store.Add(new Acquaintance { FirstId = people["Dorothy Vaughan"], SecondId = people["Grace Hopper"] });
        house.Store.Add(new Candidate { Name = "Katherine", PersonId = people["Katherine Johnson"] });
        await house.Store.SaveChangesAsync(Stop);
        house.Store.Add(new Encounter { GatheringId = gathering.Id, PersonId = people["Mary Jackson"] });
        await house.Store.AddPerson(new() { Name = "Mine", MetThroughId = people["Radia Perlman"], Relations = [new("sister", "Shafi", people["Shafi Goldwasser"])] }, house.Clock, Stop);

        var undone = await Undo(house, report);

        Assert.Equal(
            [
                ("Alan Turing", "Intake.Needed_Ask"), ("Annie Easley", "Intake.Needed_Favour"), ("Barbara Liskov", "Intake.Needed_Seat"), ("Dorothy Vaughan", "Intake.Needed_Acquaintance"), ("Grace Hopper", "Intake.Needed_Acquaintance"),
                ("Katherine Johnson", "Intake.Needed_Candidate"), ("Mary Jackson", "Intake.Needed_Encounter"), ("Radia Perlman", "Intake.Needed_Person"), ("Shafi Goldwasser", "Intake.Needed_Relation"),
            ],
            undone.Stays.Select(s => (s.Name, s.Why.Key)).Order());
        Assert.Equal([.. names.Except(["Bo Byron"]), "Mine"], (await house.Names()).Order(StringComparer.Ordinal).OrderBy(n => n == "Mine"));
        Assert.Equal((1, 1, 1, 1), (await house.Store.Asks.CountAsync(Stop), await house.Store.Favours.CountAsync(Stop), await house.Store.Seats.CountAsync(Stop), await house.Store.Encounters.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task An_organization_to_which_something_belongs_stays_and_is_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText(Bring.Card("Grace Hopper", "ORG:Navy") + Bring.Card("Alan Turing", "ORG:Bletchley") + Bring.Card("Bo Byron", "ORG:Newstead") + Bring.Card("Katherine Johnson", "ORG:NASA") + Bring.Card("Mary Jackson", "ORG:Langley") + Bring.Card("Annie Easley", "ORG:Lewis") + Bring.Card("Radia Perlman", "ORG:Sun"));
        var places = await house.Again().Organizations.ToDictionaryAsync(o => o.Name, Stop);
        house.Store.Add(new Membership { OrganizationId = places["Navy"].Id });
        house.Store.Add(new Gathering { Name = "Open day", OrganizationId = places["Lewis"].Id });
        house.Store.Add(new SubscribedCalendar { Name = "Evenings", Address = "https://calendar.example.org/a.ics", OrganizationId = places["Sun"].Id });
        places["Newstead"].Notes = "by the lake";
        (places["Bletchley"].Name, places["Bletchley"].SortKey) = ("Bletchley Park", PersonNames.Key("Bletchley Park"));
        await house.Store.SaveChangesAsync(Stop);
        await house.Store.AddPerson(new() { Name = "Mine" }, house.Clock, Stop);
        await house.Store.AddAffiliations([((await house.Store.FindPerson("Mine", Stop)).Id, new("NASA"))], house.Clock, Stop);

        var undone = await Undo(house, report);

        Assert.Equal([("Bletchley Park", "Intake.PersonEdited"), ("Lewis", "Intake.Needed_Gathering"), ("NASA", "Intake.Needed_Affiliation"), ("Navy", "Intake.Needed_Membership"), ("Newstead", "Intake.PersonEdited"), ("Sun", "Intake.Needed_SubscribedCalendar")], undone.Stays.Where(s => s.IsOrganization).Select(s => (s.Name, s.Why.Key)).Order());
        Assert.Equal(["Bletchley Park", "Lewis", "NASA", "Navy", "Newstead", "Sun"], (await house.Again().Organizations.Select(o => o.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
        Assert.Equal(1, await house.Store.Memberships.CountAsync(Stop));
    }

    [Fact]
    public async Task Every_row_that_is_about_somebody_keeps_them_and_says_so_in_both_languages()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var pointers = NeededQueries.Pointers(house.Store.Model, typeof(Person)).Concat(NeededQueries.Pointers(house.Store.Model, typeof(Organization))).ToList();

        Assert.All(pointers, p => Assert.NotEqual(Speech.Sentence(p.Why, new("en")), Speech.Sentence(p.Why, new("de"))));
        Assert.Contains(pointers, p => p.Row == typeof(Membership));
    }

    [Fact]
    public async Task Every_column_named_after_a_person_or_an_organization_keeps_whom_it_names()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var kept = NeededQueries.Pointers(house.Store.Model, typeof(Organization)).Select(p => $"{p.Row.Name}.{p.Column}").ToHashSet();
        var loose =
            from row in house.Store.Model.GetEntityTypes()
            from column in row.GetProperties()
            where column.Name.EndsWith("PersonId", StringComparison.Ordinal) || column.Name.EndsWith("OrganizationId", StringComparison.Ordinal)
            // what is derived of people, and of which card was dealt on a day, is not about them
            where !column.IsForeignKey() && !kept.Contains($"{row.ClrType.Name}.{column.Name}") && row.ClrType != typeof(Mainstay.Search.SearchDocument) && row.ClrType != typeof(Mainstay.Web.DealtCard)
            select $"{row.ClrType.Name}.{column.Name}";

        Assert.Empty(loose);
    }

    [Theory, OnBoth]
    public async Task One_taken_back_twice_is_a_sentence(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText(Bring.Card("Grace Hopper"));
        await Undo(house, report);

        var no = await Assert.ThrowsAsync<Conflict>(() => Undo(house, report));

        Assert.Equal("The import of file was taken back already.", no.Reason.InWords());
    }

    [Theory, OnBoth]
    public async Task The_text_that_a_later_import_brought_goes_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var files = new[] { house.File("messages.csv", Bring.Messages), house.File("Connections.csv", Bring.Connections) };
        await house.Import(files);
        var second = await house.Again().Import(FileSource.Open(files), house.Wishes() with { WithText = true }, Stop);

        await Undo(house, second);

        Assert.Equal([null, null, null], await house.Again().Touches.Select(t => t.Note).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task It_goes_too_when_several_of_one_touch_were_brought_into_others(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var files = new[] { house.File("messages.csv", Bring.Messages), house.File("Connections.csv", Bring.Connections) };
        await house.Import(files);
        var touch = await house.Again().Touches.AsNoTracking().OrderBy(t => t.On).ThenBy(t => t.Id).FirstAsync(Stop);
        var with = await house.Again().TouchPeople.Where(p => p.TouchId == touch.Id).Select(p => p.PersonId).SingleAsync(Stop);
        var mary = await house.Again().AddPerson(new() { Name = "Mary Jackson" }, house.Clock, Stop);
        await house.Again().ChangeTouch(touch.Id, new() { People = [with, mary.Id], On = touch.On, Kind = touch.Kind, Direction = touch.Direction }, house.Today, Stop);
        var second = await house.Again().Import(FileSource.Open(files), house.Wishes() with { WithText = true }, Stop);
        foreach (var was in new[] { with, mary.Id })
            await house.Again().MergePeople(new((await house.Again().AddPerson(new() { Name = "Somebody" }, house.Clock, Stop)).Id, was, []), house.Today, house.Clock, Stop);
        Assert.NotNull((await house.Again().Touches.AsNoTracking().SingleAsync(t => t.Id == touch.Id, Stop)).Note);

        var undone = await Undo(house, second);

        Assert.DoesNotContain(undone.Stays, s => s.Why.Key == "Intake.TouchEdited");
        Assert.Equal([null, null, null], await house.Again().Touches.Select(t => t.Note).ToListAsync(Stop));
    }
}

using Mainstay.Intake;
using Mainstay.Organizations;
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
        Assert.Equal([("Alan Turing", "Intake.HasTouches"), ("Grace Hopper", "Intake.PersonEdited"), ("Katherine Johnson", "Intake.HasTasks")], undone.Stays.Select(s => (s.Name, s.Why.Key)).Order());
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
        Assert.Equal(["Intake.TouchEdited", "Intake.HasTouches"], undone.Stays.Select(s => s.Why.Key));
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
}

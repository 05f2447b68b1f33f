using Mainstay.Intake;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Intake;

/// <summary>Imports that are taken back in whichever order leave nobody whom nobody edited.</summary>
public class UndoAfterLaterTests
{
    private static readonly string First = Bring.Card("Jürgen Groß", "UID:j-1", "NOTE:one", "ORG:Navy");
    private static readonly string Second = Bring.Card("Jürgen Groß", "UID:j-1", "NOTE:two", "ORG:Yale");
    private static readonly string Third = Bring.Card("Jürgen Groß", "UID:j-1", "NOTE:three", "ORG:Yale");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<Undone> Undo(TestHouse house, ImportReport report) =>
        house.Again().UndoImport(report.Import!.Value, house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop);

    [Theory, OnBoth]
    public async Task Who_came_with_a_later_import_too_stays_until_that_one_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (first, second) = (await house.ImportText(First, "first.vcf"), await house.ImportText(Second, "second.vcf"));

        var undone = await Undo(house, first);

        Assert.Equal((0, 0), (undone.Removed, undone.Restored));
        Assert.Equal(("Jürgen Groß", "stays: also came with second.vcf."), (undone.Stays.Single(s => !s.IsOrganization).Name, undone.Stays.Single(s => !s.IsOrganization).Why.InWords(new("en"))));
        Assert.Equal("two", (await house.Details("Jürgen Groß")).Notes);

        var last = await Undo(house, second);

        Assert.Equal((1, 0), (last.Removed, last.Restored));
        Assert.Empty(last.Stays);
        Assert.Empty(await house.Names());
        Assert.Empty(await house.Store.Organizations.Select(o => o.Name).ToListAsync(Stop));
        Assert.Equal((1, 0, 0, 0), await house.ImportText(First, "again.vcf").Counts());
    }

    [Theory, OnBoth]
    public async Task In_whichever_order_three_are_taken_back_nobody_remains(Engine engine)
    {
        foreach (int[] order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
        {
            await using var house = await TestHouse.Build(engine);
            ImportReport[] imports = [await house.ImportText(First, "first.vcf"), await house.ImportText(Second, "second.vcf"), await house.ImportText(Third, "third.vcf")];

            foreach (var one in order.Take(2)) await Undo(house, imports[one]);
            Assert.Equal(["Jürgen Groß"], await house.Names());
            await Undo(house, imports[order[2]]);

            Assert.Empty(await house.Names());
            Assert.Empty(await house.Store.Organizations.Select(o => o.Name).ToListAsync(Stop));
        }
    }

    [Theory, OnBoth]
    public async Task What_the_owner_edited_stays_and_is_said_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (first, second) = (await house.ImportText(First, "first.vcf"), await house.ImportText(Second, "second.vcf"));
        var person = await house.Again().FindPerson("Jürgen Groß", Stop);
        await house.Store.ChangePerson(person.Id, await house.Details("Jürgen Groß") with { Nickname = "J" }, house.Clock, Stop);

        var undone = await Undo(house, first);
        var last = await Undo(house, second);

        Assert.Equal("Intake.PersonEdited", undone.Stays.Single(s => !s.IsOrganization).Why.Key);
        Assert.Equal("Intake.PersonEdited", last.Stays.Single(s => !s.IsOrganization).Why.Key);
        Assert.Equal(["Jürgen Groß"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task To_whom_a_later_import_related_somebody_goes_with_that_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var second = await house.ImportText(Bring.Card("Ramón Díaz", "UID:urn:uuid:r-1") + Bring.Card("Bo Byron"), "second.vcf");
        var book = await house.ImportText(Bring.Card("Jürgen Groß", "UID:urn:uuid:j-1", "RELATED;TYPE=friend:urn:uuid:r-1"), "book.vcf");

        var undone = await Undo(house, second);
        Assert.Equal(1, undone.Removed);
        Assert.Equal(("Ramón Díaz", "Intake.Needed_Relation"), (Assert.Single(undone.Stays).Name, undone.Stays[0].Why.Key));
        var last = await Undo(house, book);

        Assert.Equal(2, last.Removed);
        Assert.Empty(last.Stays);
        Assert.Empty(await house.Names());
    }

    [Theory, OnBoth]
    public async Task With_whom_a_later_import_had_touches_goes_with_that_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var book = await house.ImportText(Bring.Card("Jürgen Groß", "EMAIL:j@example.org"), "book.vcf");
        var touches = await house.ImportText("date,person,email,kind\n2026-04-01,Jürgen,j@example.org,call\n", "touches.csv");

        var undone = await Undo(house, book);
        Assert.Equal("stays: also came with touches.csv.", Assert.Single(undone.Stays).Why.InWords(new("en")));
        var last = await Undo(house, touches);

        Assert.Equal((1, 1), (last.Removed, last.Touches));
        Assert.Empty(await house.Names());
    }

    [Theory, OnBoth]
    public async Task The_same_file_once_more_changes_nothing_and_holds_nobody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        const string Touches = "date,person,email,kind\n2026-04-01,Ramón,r@example.org,call\n";
        var first = await house.Import(house.File("january.vcf", First), house.File("january.csv", Touches));
        var second = await house.Import(house.File("february.vcf", First), house.File("february.csv", Touches));

        var undone = await Undo(house, first);

        Assert.Equal((2, 1), (undone.Removed, undone.Touches));
        Assert.Empty(undone.Stays);
        Assert.Empty(await house.Names());
        var last = await Undo(house, second);
        Assert.Equal((0, 0), (last.Removed, last.Touches));
    }

    [Theory, OnBoth]
    public async Task A_relation_keeps_leading_to_whom_it_leads_now_and_an_old_fingerprint_still_counts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(First + Bring.Card("Ann") + Bring.Card("Bo"), "first.vcf");
        var (person, ann, bo) = ((await house.Again().FindPerson("Jürgen Groß", Stop)).Id, (await house.Store.FindPerson("Ann", Stop)).Id, (await house.Store.FindPerson("Bo", Stop)).Id);
        await house.Store.ChangePerson(person, await house.Details("Jürgen Groß") with { Relations = [new("friend", "Ann", ann)] }, house.Clock, Stop);
        var second = await house.ImportText(Bring.Card("Jürgen Groß", "UID:j-1", "NOTE:two", "ORG:Navy"), "second.vcf");
        var details = await house.Details("Jürgen Groß");
        var former = Said.Fingerprint(new Said(details, [.. (await house.Places("Jürgen Groß")).Select(a => a with { Organization = PersonNames.Key(a.Organization!) })]).ToJson());
        await house.Store.ImportChanges.Where(c => c.ImportId == second.Import && c.Subject == person).ExecuteUpdateAsync(c => c.SetProperty(x => x.After, former), Stop);

        Assert.Equal(1, (await Undo(house, second)).Restored);
        Assert.Equal([new RelationDetails("friend", "Ann", ann)], (await house.Details("Jürgen Groß")).Relations);

        var third = await house.ImportText(Third, "third.vcf");
        await house.Again().Relations.Where(r => r.PersonId == person).ExecuteUpdateAsync(r => r.SetProperty(x => x.OtherId, (Guid?)bo), Stop); // as when Ann is brought into Bo
        Assert.Equal(1, (await Undo(house, third)).Restored);
        Assert.Equal([new RelationDetails("friend", "Ann", bo)], (await house.Details("Jürgen Groß")).Relations);
    }

    [Theory, OnBoth]
    public async Task Who_stayed_for_another_reason_is_not_touched_by_the_undo_of_another_import(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = await house.ImportText(First, "first.vcf");
        var other = await house.ImportText(Bring.Card("Bo Byron"), "other.vcf");
        var person = (await house.Again().FindPerson("Jürgen Groß", Stop)).Id;
        await house.Store.SetLayer(person, Layer.Core, Stop);
        await Undo(house, first);
        await house.Again().SetLayer(person, Layer.None, Stop);

        await Undo(house, other);

        Assert.Equal(["Jürgen Groß"], await house.Names());
    }
}

using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

/// <summary>The same touches once more, after those they were with were edited.</summary>
public class TouchesAgainTests
{
    private const string Head = "date,person,email,kind,direction,note\n";
    private const string Touches = Head + "2026-04-01,Jürgen Groß,j@old.example,call,out,\n2026-04-02,Jürgen Groß,j@old.example,meeting,,\n";
    private const string New = "2026-04-03,Jürgen Groß,j@old.example,mail,in,\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Nobody_is_made_for_somebody_of_another_file_who_has_another_name_and_address_now(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Jürgen Groß", "UID:j-1", "EMAIL:j@old.example"), "book.vcf");
        await house.ImportText(Touches, "touches.csv");
        await Rename(house);

        var ahead = (await house.Again().Preview(FileSource.Open([house.File("touches.csv", Touches + New)]), house.Wishes(), Stop)).Files[0];
        var same = (await house.ImportText(Touches, "touches.csv")).Files[0];
        var more = (await house.ImportText(Touches + New, "touches.csv")).Files[0];

        Assert.Equal((0, 2, 0, 0), (same.Added, same.Unchanged, same.Skipped, same.PeopleAdded));
        Assert.Equal((1, 2, 0, 0), (more.Added, more.Unchanged, more.Skipped, more.PeopleAdded));
        Assert.Equal((1, 2, 0, 0), (ahead.Added, ahead.Unchanged, ahead.Skipped, ahead.PeopleAdded));
        Assert.Equal(["Georg Klein"], await house.Names());
        Assert.Equal(3, await house.Store.TouchPeople.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_made_for_somebody_who_came_with_the_touches_and_has_another_name_now(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Touches, "touches.csv");
        await Rename(house);

        var more = (await house.ImportText(Touches + New, "touches.csv")).Files[0];

        Assert.Equal((1, 2, 0, 0), (more.Added, more.Unchanged, more.Skipped, more.PeopleAdded));
        Assert.Empty(more.Problems);
        Assert.Equal(["Georg Klein"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task Long_notes_do_not_hide_who_was_meant(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var text = Head + $"2026-04-01,Jürgen Groß,,call,out,{new string('x', 500)}\n";
        await house.ImportText(Bring.Card("Jürgen Groß", "EMAIL:j@old.example"), "book.vcf");
        await house.ImportText(text, "touches.csv");
        await Rename(house);

        var more = (await house.ImportText(text + "2026-04-03,Jürgen Groß,,mail,in,\n", "touches.csv")).Files[0];

        Assert.Equal((1, 1, 0), (more.Added, more.Unchanged, more.PeopleAdded));
        Assert.Equal(["Georg Klein"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_stays_there_and_new_touches_are_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Jürgen Groß", "UID:j-1", "EMAIL:j@old.example"), "book.vcf");
        await house.ImportText(Touches + "2026-04-02,Bo Byron,,call,,\n", "touches.csv");
        foreach (var name in (string[])["Jürgen Groß", "Bo Byron"]) await house.Again().TrashPerson((await house.Store.FindPerson(name, Stop)).Id, house.Clock, Stop);

        var more = (await house.ImportText(Touches + "2026-04-02,Bo Byron,,call,,\n" + New + "2026-04-04,Bo Byron,,call,,\n", "touches.csv")).Files[0];

        Assert.Equal((0, 3, 2, 0), (more.Added, more.Unchanged, more.Skipped, more.PeopleAdded));
        Assert.Equal(["Bo Byron lies in the trash, and stays there.", "Jürgen Groß lies in the trash, and stays there."], more.Problems.Select(p => Mainstay.Words.Speech.InWords(p.Message, new("en"))).Order(StringComparer.Ordinal));
        Assert.Empty(await house.Names());
    }

    [Theory, OnBoth]
    public async Task Whoever_lies_in_the_trash_is_meant_also_by_touches_that_never_came(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Jürgen Groß", "EMAIL:j@old.example"), "book.vcf");
        await house.Again().TrashPerson((await house.Store.FindPerson("Jürgen Groß", Stop)).Id, house.Clock, Stop);
        var bob = await house.Bob();

        var told = (await house.ImportText(Touches, "touches.csv")).Files[0];
        var his = (await bob.Import(FileSource.Open([house.File("touches.csv", Touches)]), house.Wishes(), Stop)).Files[0];

        Assert.Equal((0, 2, 0), (told.Added, told.Skipped, told.PeopleAdded));
        Assert.All(told.Problems, p => Assert.Equal("Intake.InTrash", p.Message.Key));
        Assert.Equal((2, 0, 1), (his.Added, his.Skipped, his.PeopleAdded));
    }

    private static async Task Rename(TestHouse house)
    {
        var person = await house.Again().FindPerson("Jürgen Groß", Stop);
        var details = await house.Store.DetailsOf(person.Id, Stop);
        await house.Store.ChangePerson(person.Id, details with { Name = "Georg Klein", GivenName = null, FamilyName = null, Emails = [new("georg@new.example")] }, house.Clock, Stop);
    }
}

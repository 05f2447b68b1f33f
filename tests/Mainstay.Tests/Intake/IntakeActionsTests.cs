using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

public class IntakeActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Brings_in_cards_and_changes_nothing_the_second_time(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var text = Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example", "ORG:US Navy;Computing", "TITLE:Rear Admiral", "REV:20260101T000000Z") + Bring.Card("Alan Turing") + Bring.Card("Alan Turing", "NOTE:the other one");

        Assert.Equal((3, 0, 0, 0), await house.ImportText(text).Counts());
        var before = await house.Again().People.OrderBy(p => p.Id).Select(p => p.Revision).ToListAsync(Stop);
        Assert.Equal((0, 0, 3, 0), await house.ImportText(text.Replace("REV:2026", "REV:2027", StringComparison.Ordinal), "again.vcf").Counts());

        Assert.Equal(before, await house.Again().People.OrderBy(p => p.Id).Select(p => p.Revision).ToListAsync(Stop));
        Assert.Equal("Computing", Assert.Single(await house.Places("Grace Hopper")).Department);
        Assert.Equal(3, await house.Store.OriginalCards.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_changed_card_updates_and_keeps_what_the_owner_edited(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example", "TEL:+1 212 555 0199", "NOTE:clocks", "ORG:US Navy"));
        var grace = await house.Again().FindPerson("Grace Hopper", Stop);
        var details = await house.Details("Grace Hopper");
        await house.Store.ChangePerson(grace.Id, details with { Notes = "my own note", Emails = [new("grace@navy.example", "work"), new("grace@home.example")], Labels = ["board"] }, house.Clock, Stop);

        Assert.Equal((0, 1, 0, 0), await house.ImportText(Bring.Card("Rear Admiral Grace Hopper", "UID:g-1", "EMAIL:grace@yale.example", "TEL:+1 212 555 0200", "NOTE:wire", "ORG:Eckert–Mauchly")).Counts());

        var now = await house.Details("Rear Admiral Grace Hopper");
        Assert.Equal(["grace@navy.example", "grace@home.example", "grace@yale.example"], now.Emails.Select(e => e.Value)); // the first was edited, so it is the owner's
        Assert.Equal(["+1 212 555 0200"], now.Phones.Select(p => p.Value));
        Assert.Equal(["board"], now.Labels);
        Assert.Equal("my own note\n\nwire", now.Notes);
        Assert.Equal(["Eckert–Mauchly"], (await house.Places("Rear Admiral Grace Hopper")).Select(p => p.Organization));
        Assert.Equal((0, 0, 1, 0), await house.ImportText(Bring.Card("Rear Admiral Grace Hopper", "UID:g-1", "EMAIL:grace@yale.example", "TEL:+1 212 555 0200", "NOTE:wire", "ORG:Eckert–Mauchly")).Counts());
    }

    [Theory, OnBoth]
    public async Task The_same_address_in_another_source_adds_what_is_missing_and_overwrites_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Alan M. Turing", "EMAIL:Alan@Bletchley.example", "TITLE:Codebreaker", "ORG:Bletchley, Park"));

        Assert.Equal((1, 1, 0, 1), await house.ImportText(Bring.Connections, "Connections.csv").Counts());

        Assert.Equal(["Alan M. Turing", "Grace Hopper"], await house.Names());
        var alan = await house.Details("Alan M. Turing");
        Assert.Equal("2022-02-07", alan.MetOn);
        Assert.Equal("LinkedIn", alan.HowMet);
        Assert.Equal(["Alan@Bletchley.example"], alan.Emails.Select(e => e.Value));
    }

    [Theory, OnBoth]
    public async Task Namesakes_of_two_sources_are_kept_apart_and_noted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example"));

        var report = await house.ImportText(Bring.Connections);

        Assert.Equal(["Alan Turing", "Grace Hopper", "Grace Hopper"], await house.Names());
        Assert.Equal("has the same name as Grace Hopper", Mainstay.Words.Speech.Say(Assert.Single(report.Files[0].Doubtful).Message.Key, [.. report.Files[0].Doubtful[0].Message.Inputs]));
    }

    [Theory, OnBoth]
    public async Task A_phone_alone_tells_who_it_is_however_it_is_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "TEL:+49 30 1234567"));

        Assert.Equal((0, 1, 0, 0), await house.ImportText(Phones("Grace", "+49 (30) 123-45 67", "clocks")).Counts());

        Assert.Equal(["Grace Hopper"], await house.Names());
        Assert.Equal("clocks", (await house.Details("Grace Hopper")).Notes);
        Assert.Equal(["+49 30 1234567"], (await house.Details("Grace Hopper")).Phones.Select(p => p.Value));
    }

    [Theory, OnBoth]
    public async Task Who_shares_a_phone_but_not_the_name_is_kept_apart_and_noted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "TEL:+49 30 1234567") + Bring.Card("Alan Turing", "TEL:4711"));

        var shared = (await house.ImportText(Phones("Vincent Hopper", "0049 30 1234567", ""))).Files[0];
        var extension = (await house.ImportText(Phones("Alan", "4711", ""), "more")).Files[0];

        Assert.Equal(["Alan", "Alan Turing", "Grace Hopper", "Vincent Hopper"], await house.Names());
        Assert.Equal("has a phone number of Grace Hopper", Mainstay.Words.Speech.InWords(Assert.Single(shared.Doubtful).Message));
        Assert.Empty(extension.Doubtful); // a few digits are too many people's
    }

    private static string Phones(string name, string phone, string note) => $"First Name,Middle Name,Last Name,Phonetic First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes\n{name},,,,,,,Mobile,{phone},{note}\n";

    [Theory, OnBoth]
    public async Task Two_people_with_one_address_stay_two(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var text = Bring.Card("Ann Lovelace", "EMAIL:family@home.example") + Bring.Card("Bo Byron", "EMAIL:family@home.example");

        var report = await house.ImportText(text);
        Assert.Equal(2, report.Files[0].Added);
        Assert.Equal("Intake.SharesEmail", Assert.Single(report.Files[0].Doubtful).Message.Key);

        // Somebody of another source with that address could be either.
        var third = await house.ImportText("First Name,Last Name,E-mail Address,Home Phone\nCy,Lovelace,family@home.example,\n", "outlook.csv");
        Assert.Equal(1, third.Files[0].Added);
        Assert.Equal("Intake.SharesEmail", Assert.Single(third.Files[0].Doubtful).Message.Key);
        Assert.Equal((0, 0, 2, 0), await house.ImportText(text).Counts());
    }

    [Theory, OnBoth]
    public async Task A_row_without_any_address_is_known_again_and_a_changed_one_by_its_address(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        const string header = "First Name,Middle Name,Last Name,Phonetic First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes\n";
        Assert.Equal((2, 0, 0, 0), await house.ImportText(header + "Alan,,Turing,,,,,,,no address\nGrace,,Hopper,,,Work,grace@navy.example,Mobile,+1 212 555 0199,\n").Counts());

        // Google's columns grow with the data.
        const string wider = "First Name,Middle Name,Last Name,Phonetic First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Notes\n";
        Assert.Equal((0, 1, 1, 0), await house.ImportText(wider + "Alan,,Turing,,,,,,,,,no address\nGrace,,Hopper,,,Work,grace@navy.example,,,Mobile,+1 212 555 0200,\n").Counts());

        Assert.Equal(["+1 212 555 0200"], (await house.Details("Grace Hopper")).Phones.Select(p => p.Value));
    }

    [Theory, OnBoth]
    public async Task Messages_become_touches_with_a_direction_and_without_their_text(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var files = new[] { house.File("messages.csv", Bring.Messages), house.File("Connections.csv", Bring.Connections) };

        var report = await house.Import(files);

        var messages = report.Files[0];
        Assert.Equal((6, 3, 1, 2), (messages.Rows, messages.Added, messages.Unchanged, messages.Skipped));
        var grace = await house.Again().FindPerson("Grace Hopper", Stop);
        var there = house.Store.TouchPeople;
        var touches = await house.Store.Touches.Where(t => there.Any(p => p.TouchId == t.Id && p.PersonId == grace.Id)).OrderBy(t => t.On).ToListAsync(Stop);
        Assert.Equal([(new DateOnly(2026, 4, 1), Direction.In, null), (new DateOnly(2026, 4, 2), Direction.Out, (string?)null)], touches.Select(t => (t.On, t.Direction, t.Note)));
        Assert.Contains("Katherine Johnson", await house.Names());
        Assert.Equal(new DateOnly(2026, 4, 2), (await house.Store.Ties.SingleAsync(t => t.Id == grace.Id, Stop)).LastTouchOn);
        Assert.Equal(0, (await house.Import(files).Counts()).Added);
    }

    [Theory, OnBoth]
    public async Task The_text_of_messages_comes_when_it_is_asked_for_and_is_not_taken_away_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var files = new[] { house.File("messages.csv", Bring.Messages), house.File("Connections.csv", Bring.Connections) };
        await house.Import(files);

        await house.Again().Import(FileSource.Open(files), house.Wishes() with { WithText = true }, Stop);
        await house.Import(files);

        var first = await house.Again().Touches.OrderBy(t => t.On).FirstAsync(Stop);
        Assert.Equal("Are you there?\n\nHello, \"you\"\nsecond line", first.Note);
    }

    [Theory, OnBoth]
    public async Task Plain_touches_find_people_or_make_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example") + Bring.Card("Alan Turing") + Bring.Card("Alan Turing", "NOTE:another"));
        const string text = """
            date,person,email,kind,direction,note
            2026-04-01,Grace,grace@navy.example,call,out,about clocks
            2026-04-02,grace hopper,,meeting,,
            2026-04-03,Alan Turing,,mail,in,
            2026-04-04,Katherine Johnson,k@nasa.example,video,both,
            2027-01-01,Grace Hopper,,call,,
            0000-00-10,Grace Hopper,,call,,
            9999-12-31,Grace Hopper,,call,,
            2026-04-05,Grace Hopper,,telepathy,,

            """;

        var report = await house.ImportText(text, "touches.csv");

        Assert.Equal((3, 5), (report.Files[0].Added, report.Files[0].Skipped));
        Assert.Equal([4L, 6, 7, 8, 9], report.Files[0].Problems.Select(p => p.Row).Order());
        Assert.Equal(["Intake.TouchAmbiguous", "Intake.TouchInFuture", "People.NotADate", "Intake.TouchInFuture", "Intake.UnknownKind"], report.Files[0].Problems.OrderBy(p => p.Row).Select(p => p.Message.Key));
        Assert.Contains("Katherine Johnson", await house.Names());
        Assert.Equal((0, 0, 3, 5), await house.ImportText(text, "touches.csv").Counts());
    }

    [Theory, OnBoth]
    public async Task A_preview_says_what_an_import_would_do_and_writes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "UID:1"));
        var text = Bring.Card("Grace Brewster Hopper", "UID:1") + Bring.Card("Alan Turing", "EMAIL:alan@bletchley.example") + Bring.Card("Alan", "UID:3", "EMAIL:alan@bletchley.example", "TEL:+44 20 7946 0000");
        var readings = FileSource.Open([house.File("next.vcf", text)]);

        var preview = await house.Again().Preview(readings, house.Wishes(), Stop);
        Assert.Equal(["Grace Hopper"], await house.Names());
        Assert.Null(preview.Import);
        Assert.Single(await house.Store.AllImports(Stop));

        var import = await house.Again().Import(readings, house.Wishes(), Stop);
        Assert.Equal(import.Files.Select(f => (f.Added, f.Updated, f.Unchanged)), preview.Files.Select(f => (f.Added, f.Updated, f.Unchanged)));
        Assert.Equal(["Alan Turing", "Alan"], preview.Files[0].NewOnes);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_it_is_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example"));
        var bob = await house.Bob();

        Assert.Empty(await bob.AllImports(Stop));
        await Assert.ThrowsAsync<Mainstay.Words.NotFound>(() => bob.UndoImport(report.Import!.Value, [], house.Clock, Stop));
        var his = await bob.Import(FileSource.Open([house.File("same.vcf", Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example"))]), house.Wishes(), Stop);
        Assert.Equal((1, 0), (his.Files[0].Added, his.Files[0].Doubtful.Count));
        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task Somebody_in_the_trash_stays_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "UID:g-1"));
        await house.Store.TrashPerson((await house.Store.FindPerson("Grace Hopper", Stop)).Id, house.Clock, Stop);

        Assert.Equal((0, 0, 0, 1), await house.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "NOTE:new")).Counts());
        Assert.Empty(await house.Names());
    }
}

using System.Globalization;
using System.Text;
using Mainstay.Intake;

namespace Mainstay.Tests.Intake;

public class ColumnsTableTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Members = """
        Mitglied;E-Mail;Firma;Sparte;Geburtstag
        Grace Hopper;grace@navy.example;US Navy;Rechnen, Flotte;1906-12-09
        Alan Turing;alan@bletchley.example;;Knobeln;23.6.
        ;;;;

        """;

    [Theory, OnBoth]
    public async Task A_table_of_which_the_owner_says_what_its_columns_mean_comes_in_and_is_known_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("members.csv", Members);

        Assert.Equal((2, 0, 0, 1), await Import(house, file, Meaning.Name, Meaning.Email, Meaning.Organization, Meaning.Label, Meaning.Birthday).Counts());

        var grace = await house.Details("Grace Hopper");
        Assert.Equal(["Rechnen", "Flotte"], grace.Labels);
        Assert.Equal((1906, 12, 9), (grace.Dates[0].Year, grace.Dates[0].Month, grace.Dates[0].Day));
        Assert.Equal("US Navy", Assert.Single(await house.Places("Grace Hopper")).Organization);
        Assert.Equal((0, 0, 2, 1), await Import(house, file, Meaning.Name, Meaning.Email, Meaning.Organization, Meaning.Label, Meaning.Birthday).Counts());
    }

    [Theory, OnBoth]
    public async Task A_known_role_is_kept_by_its_word_and_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
            await Import(house, house.File("family.csv", "Name;Rolle\nGrace Hopper;Familie, family, Skipper\n"), Meaning.Name, Meaning.Role);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Assert.Equal(["family", "Skipper"], (await house.Details("Grace Hopper")).Roles.Select(r => r.Name));
    }

    [Theory, OnBoth]
    public async Task A_column_without_a_meaning_is_kept_as_a_field_or_left_out(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        await Import(house, house.File("members.csv", Members), Meaning.Name, Meaning.Email, Meaning.Field, Meaning.Nothing, Meaning.Nothing);

        var field = Assert.Single((await house.Details("Grace Hopper")).Fields);
        Assert.Equal(("US Navy", "Firma"), (field.Value, field.Label));
    }

    [Theory, OnBoth]
    public async Task A_table_without_headings_loses_nobody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("list.csv", "Grace Hopper,grace@navy.example\nAlan Turing,alan@bletchley.example\n");
        UnknownTable? seen = null;

        var readings = FileSource.Open([new(file, "list.csv")], (_, table) => (seen = table).Guess with { Meanings = [Meaning.Name, Meaning.Email] });
        await house.Again().Import(readings, house.Wishes(), Stop);

        Assert.False(seen!.Guess.HasHeader);
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names());
    }

    [Theory]
    [InlineData("Full name,E-mail,Phone", new[] { Meaning.Name, Meaning.Email, Meaning.Phone })]
    [InlineData("Vorname;Nachname;Firma;Handy", new[] { Meaning.GivenName, Meaning.FamilyName, Meaning.Organization, Meaning.Phone })]
    [InlineData("first_name\tLAST NAME\tNotes\tShoe size", new[] { Meaning.GivenName, Meaning.FamilyName, Meaning.Notes, Meaning.Field })]
    public async Task Guesses_by_the_headings(string header, Meaning[] meanings)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var separator = header.First(c => c is ',' or ';' or '\t');
        var rows = string.Concat(Enumerable.Repeat(string.Join(separator, header.Split(separator).Select((_, i) => $"value{i}")) + "\n", 3));

        Assert.Equal(meanings, Guess(house.File("some.csv", header + "\n" + rows)).Meanings);
    }

    [Fact]
    public async Task Guesses_addresses_by_what_stands_in_the_column()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Equal([Meaning.Field, Meaning.Email], Guess(house.File("some.csv", "A,B\nGrace,grace@navy.example\nAlan,alan@bletchley.example\n")).Meanings);
    }

    [Fact]
    public async Task A_table_in_another_encoding_is_understood()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        await house.Again().Import(FileSource.Open([new(house.File("utf16.csv", "Name\tMail\nZoë Ångström\tzoe@uppsala.example\n", Encoding.Unicode), "utf16.csv")], (_, table) => table.Guess), house.Wishes(), Stop);

        Assert.Equal(["zoe@uppsala.example"], (await house.Details("Zoë Ångström")).Emails.Select(e => e.Value));
    }

    [Theory]
    [InlineData("Once upon a time, there was a list.\nIt was no list.\n\nThe end.\n")]
    [InlineData("one\ntwo\nthree\n")]
    public async Task Prose_is_no_table(string text)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("letter.txt", text);

        var no = Assert.Throws<Mainstay.Words.CannotBeDone>(() => FileSource.Open([new(file, "letter.txt")], (_, table) => table.Guess));

        Assert.Equal("Intake.FileUnknown", no.Reason.Key);
    }

    private static TableColumns Guess(string file)
    {
        UnknownTable? seen = null;
        FileSource.Open([new(file, "some.csv")], (_, table) => (seen = table).Guess);
        return seen!.Guess;
    }

    private static async Task<ImportReport> Import(TestHouse house, string file, params Meaning[] meanings) =>
        await house.Again().Import(FileSource.Open([new(file, "members.csv")], (_, _) => new TableColumns(meanings, true)), house.Wishes(), Stop);
}

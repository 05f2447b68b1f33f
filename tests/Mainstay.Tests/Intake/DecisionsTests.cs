using Mainstay.Intake;
using Mainstay.People;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Intake;

/// <summary>Who is doubtful in a look ahead may be said to be the same.</summary>
public class DecisionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_namesake_who_is_said_to_be_the_same_adds_what_is_missing_and_can_be_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example"));
        var file = house.File("more.vcf", Bring.Card("Grace Hopper", "UID:g-2", "TEL:+1 212 555 0199"));
        var doubt = Assert.Single((await house.Again().Preview(FileSource.Open([file]), house.Wishes(), Stop)).Files[0].Doubtful);
        Assert.Equal(("Grace Hopper", "+1 212 555 0199"), (doubt.Name, doubt.Address));
        var candidate = Assert.Single(doubt.Candidates);
        Assert.Equal(("Grace Hopper", "grace@navy.example"), (candidate.Name, candidate.Address));

        var same = house.Wishes() with { Same = new Dictionary<string, string> { [doubt.Key] = candidate.Key } };
        var report = await house.Again().Import(FileSource.Open([file]), same, Stop);

        Assert.Equal((0, 1), (report.Files[0].Added, report.Files[0].Updated));
        Assert.Equal(["+1 212 555 0199"], (await house.Details("Grace Hopper")).Phones.Select(p => p.Value));
        Assert.Equal((0, 0, 1, 0), await house.Import(file).Counts());
        await house.Again().UndoImport(report.Import!.Value, house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop);
        Assert.Empty((await house.Details("Grace Hopper")).Phones);
    }

    [Theory, OnBoth]
    public async Task Two_of_the_same_file_may_be_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("two.vcf", Bring.Card("Alan Turing", "UID:a-1", "EMAIL:alan@bletchley.example") + Bring.Card("Alan Turing", "UID:a-2", "EMAIL:alan@home.example"));
        var doubt = Assert.Single((await house.Again().Preview(FileSource.Open([file]), house.Wishes(), Stop)).Files[0].Doubtful);
        Assert.Null(doubt.Candidates[0].Person);

        await house.Again().Import(FileSource.Open([file]), house.Wishes() with { Same = new Dictionary<string, string> { [doubt.Key] = doubt.Candidates[0].Key } }, Stop);

        Assert.Equal(["Alan Turing"], await house.Names());
        Assert.Equal(["alan@bletchley.example", "alan@home.example"], (await house.Details("Alan Turing")).Emails.Select(e => e.Value));
        Assert.Equal((0, 0, 2, 0), await house.Import(file).Counts());
    }

    [Theory, OnBoth]
    public async Task Nobody_of_Bobs_can_be_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var his = await bob.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example"));
        var file = house.File("more.vcf", Bring.Card("Grace Hopper", "UID:g-2", "TEL:+1 212 555 0199"));

        await house.Again().Import(FileSource.Open([file]), house.Wishes() with { Same = new Dictionary<string, string> { ["vcard:g-2"] = his.Id.ToString("N") } }, Stop);

        Assert.Equal(["Grace Hopper", "Grace Hopper"], await house.Names());
        Assert.Empty((await bob.DetailsOf(his.Id, Stop)).Phones);
    }

    [Theory, OnBoth]
    public async Task The_command_line_decides_as_the_pages_do(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example"));
        var file = house.File("more.vcf", Bring.Card("Grace Hopper", "UID:g-2", "TEL:+1 212 555 0199"));
        var doubt = (await house.Type("import", file, "--dry-run", "--json")).Fine().Json.GetProperty("files")[0].GetProperty("doubtful")[0];

        await house.Type("import", file, "--same", $"{doubt.GetProperty("key").GetString()}={doubt.GetProperty("candidates")[0].GetProperty("key").GetString()}");

        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task The_command_line_explains_columns(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("members.csv", "Member,Mail\nGrace Hopper,grace@navy.example\n");

        Assert.Equal(1, (await house.Type("import", file)).Code);
        Assert.Contains("no column “Nickname”", (await house.Type("import", file, "--column", "Nickname=name")).Error, StringComparison.Ordinal);
        Assert.Contains("nothing that a column can mean", (await house.Type("import", file, "--column", "Member=shoe")).Error, StringComparison.Ordinal);
        Assert.Contains("no equals sign", (await house.Type("import", file, "--column", "Member")).Error, StringComparison.Ordinal);
        await house.Type("import", file, "--column", "member=name");

        Assert.Equal(["grace@navy.example"], (await house.Details("Grace Hopper")).Emails.Select(e => e.Value));
    }
}

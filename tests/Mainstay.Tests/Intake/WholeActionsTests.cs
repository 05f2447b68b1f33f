using System.Text;
using System.Text.Json;
using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Tests.Archive;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Intake;

public class WholeActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Brings_a_whole_network_into_an_empty_one_and_gives_the_same_export(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await using var elsewhere = await TestHouse.Build(engine);
        var file = await Export(ada, elsewhere);

        var answer = (await elsewhere.Type("import", file, "--json")).Fine().Json;

        Assert.True(answer.GetProperty("import").TryGetGuid(out var id));
        var one = Assert.Single(answer.GetProperty("files").EnumerateArray());
        Assert.Equal(["file", "format", "rows", "added", "updated", "unchanged", "skipped", "problems", "doubtful"], one.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("all.dat", "mainstay"), (one.GetProperty("file").GetString(), one.GetProperty("format").GetString()));
        Assert.Equal([3, 3, 0, 0, 0], one.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).Select(p => p.Value.GetInt32()));
        Assert.Equal(id, Assert.Single((await elsewhere.Type("import", "list", "--json")).Fine().Json.EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(ArchiveActionsTests.WithoutMoment(File.ReadAllText(file)), ArchiveActionsTests.WithoutMoment((await elsewhere.Type("export", "--format", "json")).Fine().Out));
    }

    [Theory, OnBoth]
    public async Task A_look_ahead_counts_and_writes_nothing(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await using var elsewhere = await TestHouse.Build(engine);
        var file = await Export(ada, elsewhere);

        var answer = (await elsewhere.Type("import", file, "--dry-run")).Fine();

        Assert.Contains("all.dat: everything, as Mainstay exported it, 3 rows\n  3 new, 0 would change, 0 unchanged, 0 would be skipped\n  with 2 touches", answer.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("nothing was written", answer.Out, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await elsewhere.Type("import", file, "--dry-run", "--json")).Fine().Json.GetProperty("import").ValueKind);
        Assert.Empty(await elsewhere.Again().People.IgnoreQueryFilters([Store.TrashFilter]).ToListAsync(Stop));
        Assert.Empty(await elsewhere.Store.AllImports(Stop));
    }

    [Theory, OnBoth]
    public async Task A_network_with_anything_in_it_refuses_it_before_and_in_the_look_ahead(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        var file = await Export(ada, ada);

        foreach (var options in (string[][])[[], ["--dry-run"]])
        {
            var answer = await ada.Type(["import", file, .. options]);
            Assert.Equal(1, answer.Code);
            Assert.StartsWith("An export can only be brought into an empty network", answer.Error, StringComparison.Ordinal);
            Assert.Equal("", answer.Out);
        }
        Assert.Empty(await ada.Again().AllImports(Stop));
    }

    [Theory, OnBoth]
    public async Task Beside_another_file_it_is_refused(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await using var elsewhere = await TestHouse.Build(engine);
        var file = await Export(ada, elsewhere);

        foreach (var files in (string[][])[[file, elsewhere.File("one.vcf", Bring.Card("Bo Byron"))], [file, file]])
        {
            var answer = await elsewhere.Type(["import", .. files]);
            Assert.Equal((1, $"all.dat is a whole network. Import it alone, before any other file. Nothing was imported.{Environment.NewLine}"), (answer.Code, answer.Error));
        }
        Assert.Empty(await elsewhere.Names());
    }

    [Fact]
    public async Task In_a_zip_it_is_not_used()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        var whole = await ArchiveActionsTests.Export(ada);
        var zip = ada.File("some.zip", IntakeCliTests.Zip(("all.json", whole), ("one.vcf", Bring.Card("Bo Byron"))));

        var report = await ada.Import(zip);

        Assert.Equal(["Bo Byron"], await ada.Names());
        Assert.Equal([new Reason("Intake.ZipNotUsed", "all.json")], report.Files.SelectMany(f => f.Problems).Select(p => p.Message));
    }

    [Theory, OnBoth]
    public async Task It_is_not_taken_back(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await using var elsewhere = await TestHouse.Build(engine);
        var told = (await elsewhere.Type("import", await Export(ada, elsewhere))).Fine().Out;
        var id = Assert.Single(await elsewhere.Again().AllImports(Stop)).Id;

        var answer = await elsewhere.Type("import", "undo", id.ToString());

        Assert.Equal(1, answer.Code);
        Assert.StartsWith("all.dat is the whole network that this one began with", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("take this back", told, StringComparison.Ordinal);
        Assert.Equal(2, (await elsewhere.Names()).Count);
    }

    [Theory, OnBoth]
    public async Task An_import_that_was_taken_back_is_no_reason_to_refuse_it(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var first = await ada.ImportText(Bring.Card("Grace Hopper", "ORG:Navy"));
        var file = await Export(ada, ada);
        await Undo(ada, first.Import!.Value);

        (await ada.Type("import", file)).Fine(); // it holds the very import that was taken back

        Assert.Equal(["Grace Hopper"], await ada.Names());
        Assert.Equal([null, null], (await ada.Again().AllImports(Stop)).Select(i => i.UndoneAt));
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_of_it_and_keeps_his_own(Engine engine)
    {
        await using var grace = await TestHouse.Build(engine);
        await FullHouse.Fill(grace);
        await grace.ImportText(Bring.Card("Alan Turing", "UID:a-1"));
        await using var ada = await TestHouse.Build(engine);
        var bob = await ada.Bob();
        await bob.Import(FileSource.Open([ada.File("his.vcf", Bring.Card("Secret friend", "UID:s-1"))]), ada.Wishes(), Stop);

        (await ada.Type("import", await Export(grace, ada))).Fine();

        Assert.Equal(["Secret friend"], await bob.People.AsNoTracking().Select(p => p.Name).ToListAsync(Stop));
        Assert.Equal("his.vcf", Assert.Single(await bob.AllImports(Stop)).Files);
        Assert.Single(await bob.SourceIdentities.ToListAsync(Stop));
        var document = (await ada.Type("export", "--format", "json")).Fine().Out;
        Assert.DoesNotContain("Secret", document, StringComparison.Ordinal);
        Assert.DoesNotContain("his.vcf", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"people\":[]}", "is nothing that can be imported here")]
    [InlineData("[1,2]", "is nothing that can be imported here")]
    [InlineData("{\"mainstay", "is damaged JSON")]
    [InlineData("{\"mainstay\":1,\"space\":", "The export is damaged or cut short at space.")]
    [InlineData("{\"mainstay\":1}", "The export is damaged or cut short at space.")]
    [InlineData("{\"mainstay\":99,\"people\":[]}", "The export is of version 99, which this Mainstay does not know.")]
    [InlineData("{\"mainstay\":\"x\"}", "The export is damaged or cut short at space.")]
    public async Task What_is_no_export_of_ours_or_not_whole_is_a_sentence(string text, string sentence)
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);

        foreach (var options in (string[][])[[], ["--dry-run"], ["--json"]])
        {
            var answer = await ada.Type(["import", ada.File("file.json", text), .. options]);
            Assert.Equal((1, ""), (answer.Code, answer.Out));
            Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
            Assert.EndsWith("Nothing was imported.", answer.Error.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task One_that_breaks_off_changes_nothing(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await ada.ImportText(Bring.Card("Alan Turing", "UID:a-1"));
        var whole = Encoding.UTF8.GetBytes(await ArchiveActionsTests.Export(ada));
        await using var elsewhere = await TestHouse.Build(engine);

        foreach (var length in Enumerable.Range(1, 19).Select(i => i * whole.Length / 20).Append(whole.Length - 3))
        {
            var answer = await elsewhere.Type("import", elsewhere.File("cut.json", whole[..length]));
            Assert.Equal(1, answer.Code);
            Assert.EndsWith("Nothing was imported.", answer.Error.TrimEnd(), StringComparison.Ordinal);
        }
        Assert.Empty(await elsewhere.Again().People.IgnoreQueryFilters([Store.TrashFilter]).ToListAsync(Stop));
        Assert.Empty(await elsewhere.Store.AllImports(Stop));
    }

    private static async Task<string> Export(TestHouse from, TestHouse to) => to.File("all.dat", await ArchiveActionsTests.Export(from));

    private static Task<Undone> Undo(TestHouse house, Guid id) => house.Again().UndoImport(id, house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop);
}

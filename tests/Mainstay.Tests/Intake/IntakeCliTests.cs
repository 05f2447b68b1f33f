using System.IO.Compression;
using System.Text;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

public class IntakeCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Answers_as_json_in_the_shape_that_others_rely_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("people.dat", Bring.Connections);

        var answer = (await house.Type("import", file, "--json")).Fine().Json;

        Assert.Equal(["import", "files"], answer.EnumerateObject().Select(p => p.Name));
        Assert.True(answer.GetProperty("import").TryGetGuid(out var id));
        var one = Assert.Single(answer.GetProperty("files").EnumerateArray());
        Assert.Equal(["file", "format", "rows", "added", "updated", "unchanged", "skipped", "problems", "doubtful"], one.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("people.dat", "linkedInConnections", 3, 2, 1), (one.GetProperty("file").GetString(), one.GetProperty("format").GetString(), one.GetProperty("rows").GetInt32(), one.GetProperty("added").GetInt32(), one.GetProperty("skipped").GetInt32()));
        var problem = Assert.Single(one.GetProperty("problems").EnumerateArray());
        Assert.Equal((7, "The row has nothing but a date (12 Jan 2023)."), (problem.GetProperty("row").GetInt32(), problem.GetProperty("message").GetString()));
        Assert.Equal(id, (await house.Type("import", "list", "--json")).Fine().Json[0].GetProperty("id").GetGuid());
        Assert.Equal(2, (await house.Type("import", "undo", id.ToString(), "--json")).Fine().Json.GetProperty("removed").GetInt32());
        Assert.Empty(await house.Names());
    }

    [Theory, OnBoth]
    public async Task Says_what_came_in_what_did_not_and_what_to_do_next(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var dry = (await house.Type("import", house.File("c.csv", Bring.Connections), "--dry-run")).Fine();
        Assert.Contains("2 new, 0 would change, 0 unchanged, 1 would be skipped", dry.Out, StringComparison.Ordinal);
        Assert.Contains("new: Grace Hopper, Alan Turing", dry.Out, StringComparison.Ordinal);
        Assert.Empty(await house.Names());

        var answer = (await house.Type("import", house.File("c.csv", Bring.Connections))).Fine();
        Assert.Contains("c.csv: LinkedIn connections, 3 rows\n  2 added, 0 updated, 0 unchanged, 1 skipped", answer.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("c.csv, line 7: The row has nothing but a date (12 Jan 2023).", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Start with five: mainstay layers", answer.Out, StringComparison.Ordinal);
        Assert.Equal("", answer.Error);
    }

    [Fact]
    public async Task Says_who_stays_after_an_undo_and_why()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var import = (await house.Type("import", house.File("c.csv", Bring.Connections), "--json")).Fine().Json.GetProperty("import").GetString()!;
        (await house.Type("layers", "Grace Hopper", "core")).Fine();

        var undone = (await house.Type("import", "undo", import)).Fine().Out;

        Assert.Contains("Grace Hopper stays: you set a layer, a cadence or something else for this person.", undone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--importance", "core")]
    [InlineData("--trust", "not")]
    [InlineData("--willing", "much")]
    [InlineData("--standing", "somewhat")]
    public async Task Who_was_thought_about_stays_after_an_undo(string option, string said)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var import = (await house.Type("import", house.File("c.csv", Bring.Connections), "--json")).Fine().Json.GetProperty("import").GetString()!;
        (await house.Type("tie", "Grace Hopper", option, said)).Fine();

        (await house.Type("import", "undo", import)).Fine();

        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Fact]
    public async Task Without_a_file_it_is_wrong_usage()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Equal(2, (await house.Type("import")).Code);
        Assert.Equal(2, (await house.Type("import", "undo", "yesterday")).Code);
        Assert.Equal(1, (await house.Type("import", "undo", "01a20689-1439-7a21-b6fe-d3502e7aeaf1")).Code);
    }

    public static TheoryData<string, string> Unreadable() => new()
    {
        { "empty", "is empty" },
        { "blank", "is empty" },
        { "missing", "There is no file" },
        { "directory", "is a folder" },
        { "binary", "is neither an address book nor a table of text" },
        { "text", "is nothing that can be imported here" },
        { "truncated zip", "is a damaged or incomplete zip" },
        { "zip bomb", "would unpack to more than can be meant" },
        { "climbing zip", "holds a path that leads out of it: ../../evil.vcf" },
        { "useless zip", "There is nothing in" },
        { "wide", "line 1: The row has 10,000 columns" },
        { "broken json", "is damaged JSON: line 1, column" },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_is_a_sentence_and_nothing_of_the_command_is_written(string what, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var good = house.File("good.vcf", Bring.Card("Grace Hopper"));

        var answer = await house.Type("import", good, Make(house, what));

        Assert.Equal(1, answer.Code);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported.", answer.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("", answer.Out);
        Assert.Empty(await house.Names());
        Assert.Empty(await house.Store.AllImports(Stop));
    }

    [Fact]
    public async Task A_file_without_rights_is_a_sentence()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("private.vcf", Bring.Card("Grace Hopper"));
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) Assert.Skip("Root may read everything, so nothing refuses here.");
        else File.SetUnixFileMode(file, UnixFileMode.None);

        var answer = await house.Type("import", file);

        Assert.Equal((1, $"{file} may not be read by you. Nothing was imported.{Environment.NewLine}"), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task A_file_that_the_system_refuses_is_said_by_its_name_also_where_the_tests_run_as_root()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("private.vcf", Bring.Card("Grace Hopper"));

        var no = Assert.Throws<CannotBeDone>(() => FileSource.Open([file], _ => throw new UnauthorizedAccessException()));

        Assert.Equal(new Reason("Intake.FileNoRights", file), no.Reason);
    }

    [Fact]
    public async Task Damaged_rows_are_in_the_report_and_the_good_ones_come_in()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("some.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Grace Hopper\nN:Hopper;Grace;;;\nthis is no property\nBDAY:19061309\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:\nN:;;;;\nEND:VCARD\n");

        var one = (await house.Type("import", file, "--json")).Fine().Json.GetProperty("files")[0];

        Assert.Equal((2, 1, 1), (one.GetProperty("rows").GetInt32(), one.GetProperty("added").GetInt32(), one.GetProperty("skipped").GetInt32()));
        Assert.Equal([5, 6, 8], one.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("row").GetInt32()));
    }

    [Theory, OnBoth]
    public async Task Damage_is_said_in_the_owners_language_with_its_line_and_column(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        house.Variables["COLUMNS"] = "500";
        var card = house.File("karten.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Grace Hopper\nN:Hopper;Grace;;;\nkein Doppelpunkt\nE MAIL:grace@navy.example\nEND:VCARD\n");
        var table = house.File("tabelle.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAlan,Tu\"ring,,,,,\n");

        var said = (await house.Type("import", card, table, "--dry-run")).Fine().Out;
        var problems = (await house.Type("import", card, "--json")).Fine().Json.GetProperty("files")[0].GetProperty("problems");
        var wide = await house.Type("import", Make(house, "wide"));

        Assert.Contains("karten.vcf, Zeile 5: Die Zeile hat keinen Doppelpunkt und ist deshalb keine Angabe; sie bleibt, wie sie ist.", said, StringComparison.Ordinal);
        Assert.Contains("karten.vcf, Zeile 6, Spalte 2: Die Zeile beginnt nicht mit dem Namen einer Angabe; sie bleibt, wie sie ist.", said, StringComparison.Ordinal);
        Assert.Contains("tabelle.csv, Zeile 2, Spalte 8: In dieser Zeile steht ein Anführungszeichen an der falschen Stelle; der Text bleibt, wie er ist.", said, StringComparison.Ordinal);
        Assert.All(problems.EnumerateArray(), p => Assert.Equal(["row", "message"], p.EnumerateObject().Select(o => o.Name)));
        Assert.Equal("Spalte 2: Die Zeile beginnt nicht mit dem Namen einer Angabe; sie bleibt, wie sie ist.", problems[1].GetProperty("message").GetString());
        Assert.Contains("Zeile 1: Die Zeile hat 10.000 Spalten; mehr als 2.000 werden nicht gelesen. Nichts wurde importiert.", wide.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_a_sentence_and_nothing_is_half_done()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.ImportText(Bring.Card("Grace Hopper"));
        var pages = await house.Store.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").SingleAsync(Stop);
        var many = house.File("many.vcf", string.Concat(Enumerable.Range(0, 2_000).Select(i => Bring.Card($"Person {i}", $"NOTE:{new string('x', 500)}"))));
        var store = house.Again();
        await store.Database.OpenConnectionAsync(Stop);
        var atMost = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages + 20}"); // a pragma takes no parameter
        await store.Database.ExecuteSqlRawAsync(atMost, Stop);

        var full = await Assert.ThrowsAnyAsync<Exception>(() => store.Import(FileSource.Open([many]), house.Wishes(), Stop));

        Assert.True(full.IsFromTheWorld());
        Assert.Equal("Storage.DiskFull", full.AsSentence().Key);
        await store.Database.CloseConnectionAsync();
        Assert.Equal(["Grace Hopper"], await house.Names());
        Assert.Single(await house.Store.AllImports(Stop));
    }

    [Fact]
    public async Task On_a_full_disk_the_command_says_so_and_keeps_nothing_half_done()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var many = house.File("many.vcf", string.Concat(Enumerable.Range(0, 3_000).Select(i => Bring.Card($"Person {i}", $"NOTE:{new string('x', 500)}"))));
        using var disk = Storage.SmallDisk.Mount(Directory.CreateTempSubdirectory("mainstay-test-").FullName, 30_000_000);
        (await house.Type("person", "add", "Grace Hopper", "--data", disk.Folder)).Fine();
        disk.FillBut(500_000);

        var full = await house.Type("import", many, "--data", disk.Folder);
        File.Delete(Path.Combine(disk.Folder, "filler"));

        Assert.Equal((1, "", $"The disk is full. Nothing was changed.{Environment.NewLine}"), (full.Code, full.Out, full.Error));
        Assert.Equal(["Grace Hopper"], (await house.Type("people", "--json", "--data", disk.Folder)).Fine().Json.EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Empty((await house.Type("import", "list", "--json", "--data", disk.Folder)).Fine().Json.EnumerateArray());
    }

    /// <summary>Ctrl-C while pages of the database that is not yet committed are being written.</summary>
    [Fact]
    public async Task Stopped_in_the_middle_the_command_says_so_and_keeps_nothing_half_done()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var many = house.File("many.vcf", string.Concat(Enumerable.Range(0, 8_000).Select(i => Bring.Card($"Person {i}", $"NOTE:{new string('x', 500)}"))));
        var log = new FileInfo(house.Settings.SqliteFile + "-wal");
        var before = log.Exists ? log.Length : 0;
        using var control = new CancellationTokenSource();
        using var said = new StringWriter();
        using var aside = new StringWriter();
        var around = new Surroundings { Out = said, Error = aside, In = TextReader.Null, Clock = house.Clock, Variable = name => name == "MAINSTAY_DATA" ? house.Settings.Data : null };

        var running = Task.Run(() => House.Run(["import", many], around, control.Token), Stop);
        for (log.Refresh(); !running.IsCompleted && (!log.Exists || log.Length < before + 1_000_000); log.Refresh()) await Task.Delay(5, Stop);
        await control.CancelAsync();

        Assert.Equal((1, "", $"Stopped. Nothing half done was kept.{Environment.NewLine}"), (await running, said.ToString(), aside.ToString()));
        Assert.Empty(await house.Names());
        Assert.Empty(await house.Store.AllImports(Stop));
    }

    [Theory, OnBoth]
    public async Task Stopped_in_the_middle_it_leaves_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var many = house.File("many.vcf", string.Concat(Enumerable.Range(0, 3_000).Select(i => Bring.Card($"Person {i}"))));
        using var control = new CancellationTokenSource();
        var wishes = house.Wishes() with { Progress = (_, rows) => { if (rows >= 1_000) control.Cancel(); } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Again().Import(FileSource.Open([many]), wishes, control.Token));

        Assert.Empty(await house.Names());
        Assert.Empty(await house.Store.AllImports(Stop));
        Assert.Equal(3_000, (await house.Import(many)).Files[0].Added);
    }

    [Theory, OnBoth]
    public async Task Two_at_once_wait_for_each_other_and_double_nobody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("many.vcf", string.Concat(Enumerable.Range(0, 800).Select(i => Bring.Card($"Person {i}", $"EMAIL:p{i}@home.example"))));
        var (one, two) = (house.Again(), house.Again());

        var both = await Task.WhenAll(
            Task.Run(() => one.Import(FileSource.Open([file]), house.Wishes(), Stop), Stop),
            Task.Run(() => two.Import(FileSource.Open([file]), house.Wishes(), Stop), Stop));

        Assert.Equal([0, 800], both.Select(r => r.Files[0].Added).Order());
        Assert.Equal([0, 800], both.Select(r => r.Files[0].Unchanged).Order());
        Assert.Equal(800, (await house.Names()).Count);
    }

    private static string Make(TestHouse house, string what) => what switch
    {
        "empty" => house.File("empty.vcf", ""),
        "blank" => house.File("blank.csv", "\n  \n"),
        "missing" => Path.Combine(house.Settings.Data, "nowhere.vcf"),
        "directory" => Directory.CreateDirectory(Path.Combine(house.Settings.Data, "folder")).FullName,
        "binary" => house.File("binary.vcf", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0, 0xFF]),
        "text" => house.File("letter.csv", "Dear Ada,\nthis is a letter, not a table.\nYours, Grace\n"),
        "truncated zip" => house.File("cut.zip", Zip(("Connections.csv", Bring.Connections))[..^40]),
        "zip bomb" => house.File("bomb.zip", Zip(("Connections.csv", new string('0', 30_000_000)))),
        "climbing zip" => house.File("climb.zip", Zip(("Connections.csv", Bring.Connections), ("../../evil.vcf", Bring.Card("Mallory")))),
        "useless zip" => house.File("useless.zip", Zip(("readme.txt", "nothing here"))),
        "wide" => house.File("wide.csv", string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n1,2,3\n"),
        _ => house.File("broken.json", "{\"friends_v2\": [{\"name\": \"Ann\"}"),
    };

    internal static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, true))
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }
}

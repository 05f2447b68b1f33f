using Mainstay.Archive;
using Mainstay.People;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Archive;

public class ExportCliTests
{
    [Theory, OnBoth]
    public async Task Json_is_one_document_on_standard_output_and_the_summary_is_beside_it(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);

        var answer = (await ada.Type("export", "--format", "json")).Fine();

        Assert.Equal(1, answer.Json.GetProperty("mainstay").GetInt32());
        Assert.Equal(3, answer.Json.GetProperty("people").GetArrayLength());
        Assert.Contains("3 people, 2 touches", answer.Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_file_is_written_privately_and_not_over_another(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        var file = Path.Combine(ada.Settings.Data, "all.json");

        var answer = (await ada.Type("export", "--format", "json", "--output", file)).Fine();
        Assert.Empty(answer.Out);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var again = await ada.Type("export", "--format", "csv", "--output", file);
        Assert.Equal(1, again.Code);
        Assert.True(ArchiveActions.IsArchive(File.ReadAllBytes(file)));
        (await ada.Type("export", "--format", "csv", "--output", file, "--force")).Fine();
        Assert.StartsWith("First Name", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_are_what_is_written_unless_something_else_is_asked_for()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        await FullHouse.Fill(ada);

        var answer = (await ada.Type("export")).Fine();

        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n", answer.Out, StringComparison.Ordinal);
        Assert.Contains("2 people", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--version", "2.1")]
    [InlineData("--format", "csv", "--version", "3.0")]
    public async Task What_cannot_be_written_is_wrong_usage(params string[] options)
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);

        var answer = await ada.Type(["export", .. options]);

        Assert.Equal(2, answer.Code);
        Assert.DoesNotContain("BEGIN:VCARD", answer.Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Bob_is_in_no_export(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var bob = await ada.Bob();
        await bob.AddPerson(new() { Name = "Secret friend" }, ada.Clock, TestContext.Current.CancellationToken);

        foreach (var format in (string[])["vcard", "csv", "json"])
            Assert.DoesNotContain("Secret", (await ada.Type("export", "--format", format)).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_disk_it_says_so_and_leaves_nothing()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        await FullHouse.Fill(ada);
        var folder = Directory.CreateTempSubdirectory("mainstay-test-").FullName;
        using var disk = Storage.SmallDisk.Mount(folder, 50_000);

        var answer = await ada.Type("export", "--format", "json", "--output", Path.Combine(disk.Folder, "all.json"));

        Assert.Equal(1, answer.Code);
        Assert.Contains("disk is full", answer.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Folder));
    }

    [Theory, OnBoth]
    public async Task Sections_stand_in_the_order_of_the_rooms(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);

        Assert.Equal(["people", "organizations", "affiliations", "touches", "ties", "tasks", "tempo", "goals", "needs", "offers", "supporters"], ada.Services.GetServices<IArchiveSection>().Select(s => s.Name).Take(11));
    }
}

using System.Text;

namespace Mainstay.Tests.Matching;

public class MatchCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Mentees = "name,capacity,wants,offers,avoid,prefers,stage\nAna Ruiz,1,\"pricing, hiring\",,,Grace Hopper,seed\n\"Bo Lund\",,speaking,,,,growth\nDov Levi,1,law,,\"Grace Hopper; Alan Turing\",,\n";

    private const string Mentors = "Name;Capacity;Offers;Stage\nGrace Hopper;2;pricing strategy, hiring;seed\nAlan Turing;1;public speaking;growth\n";

    [Fact]
    public async Task Two_spreadsheets_are_paired_without_any_network()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (mentees, mentors) = (await File(house, "mentees.csv", Mentees), await File(house, "mentors.csv", Mentors));
        var empty = Path.Combine(house.Settings.Data, "elsewhere");

        var found = (await house.Type("match", mentees, mentors, "--json", "--data", empty)).Fine().Json;
        var stable = (await house.Type("match", mentees, mentors, "--json", "--mode", "stable")).Fine().Json;

        Assert.Equal(["pairs", "unmatched", "quality", "mode", "comparison", "notices"], found.EnumerateObject().Select(p => p.Name));
        Assert.Equal([("Ana Ruiz", "Grace Hopper"), ("Bo Lund", "Alan Turing")], found.GetProperty("pairs").EnumerateArray().Select(p => (p.GetProperty("mentee").GetString(), p.GetProperty("mentor").GetString())));
        Assert.Equal(["mentee", "mentor", "score", "rank", "reasons"], found.GetProperty("pairs")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("Dov Levi", Assert.Single(found.GetProperty("unmatched").EnumerateArray()).GetString());
        Assert.Equal(["coverage", "topThree", "meanRank", "worstRank", "p5", "blockingPairs", "jain"], found.GetProperty("quality").EnumerateObject().Select(p => p.Name));
        Assert.Equal(("assign", "stable"), (found.GetProperty("mode").GetString(), stable.GetProperty("mode").GetString()));
        Assert.False(Directory.Exists(empty));
    }

    [Fact]
    public async Task It_is_read_as_a_report_and_written_as_a_table()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (mentees, mentors) = (await File(house, "mentees.csv", Mentees.Replace("Ana Ruiz", "=Ana;=1", StringComparison.Ordinal)), await File(house, "mentors.csv", Mentors));
        var output = Path.Combine(house.Settings.Data, "pairs.csv");

        var report = (await house.Type("match", mentees, mentors, "--out", output, "--pin", "Bo Lund=Alan Turing", "--weight", "stage=0")).Fine();
        var again = await house.Type("match", mentees, mentors, "--out", output);

        Assert.Contains("Bo Lund – Alan Turing:", report.Out, StringComparison.Ordinal);
        Assert.Contains("Pinned by the organiser.", report.Out, StringComparison.Ordinal);
        Assert.Contains("Dov Levi: Nobody is left who may be paired: every mentor is excluded.", report.Out, StringComparison.Ordinal);
        Assert.Contains("wants 73, prefers 27", report.Out, StringComparison.Ordinal);
        var rows = await System.IO.File.ReadAllLinesAsync(output, Stop);
        Assert.Equal("\"mentee\",\"mentor\",\"score\",\"choice\",\"why\"", rows[0]);
        Assert.StartsWith("\"'=Ana;'=1\",\"Grace Hopper\",", rows[1], StringComparison.Ordinal);
        Assert.NotEqual(0, again.Code); // what is there is not overwritten unasked
    }

    [Theory]
    [InlineData("name,wants\nAna,law\nAna,tax\n", "“Ana” stands there twice")]
    [InlineData("wants,capacity\nlaw,1\n", "No column is called “name”")]
    [InlineData("name,capacity\nAna,-2\n", "The capacity of Ana is -2")]
    [InlineData("name,capacity\nAna,two\n", "The capacity at line 2, “two”, is no whole number.")]
    [InlineData("name,wants\n,law\n", "The row at line 2 has no name.")]
    [InlineData("", "There is nothing in it.")]
    [InlineData("name,wants,avoid,prefers\nAna,pricing, hiring,,Alan Turing\n", "The row at line 2 has more cells than the first row")]
    public async Task What_is_wrong_with_a_spreadsheet_is_said(string sheet, string said)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (mentees, mentors) = (await File(house, "mentees.csv", sheet), await File(house, "mentors.csv", Mentors));

        var told = await house.Type("match", mentees, mentors);

        Assert.Equal(2, told.Code);
        Assert.Contains(said, told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_command_is_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (mentees, mentors) = (await File(house, "mentees.csv", Mentees), await File(house, "mentors.csv", Mentors));
        async Task Wrong(string said, params string[] more)
        {
            var told = await house.Type(["match", mentees, mentors, .. more]);
            Assert.Equal(2, told.Code);
            Assert.Contains(said, told.Error, StringComparison.Ordinal);
        }

        await Wrong("“stage” is no weight", "--weight", "stage");
        await Wrong("“Ana” is no pair", "--pin", "Ana");
        await Wrong("There is no criterion “mood” on both sides", "--differ", "mood");
        await Wrong("a number from 0 to 100", "--minimum", "101");
        var missing = await house.Type("match", mentees, mentors + "x");
        Assert.Equal(2, missing.Code);
        Assert.Contains("There is no file", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_or_a_picture_is_no_spreadsheet()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var mentors = await File(house, "mentors.csv", Mentors);
        var picture = Path.Combine(house.Settings.Data, "picture.png");
        await System.IO.File.WriteAllBytesAsync(picture, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, .. Encoding.ASCII.GetBytes("IHDR")], Stop);

        Assert.NotEqual(0, (await house.Type("match", picture, mentors)).Code);
        Assert.NotEqual(0, (await house.Type("match", house.Settings.Data, mentors)).Code);
    }

    private static async Task<string> File(TestHouse house, string name, string text)
    {
        var path = Path.Combine(house.Settings.Data, name);
        await System.IO.File.WriteAllTextAsync(path, text, Stop);
        return path;
    }
}

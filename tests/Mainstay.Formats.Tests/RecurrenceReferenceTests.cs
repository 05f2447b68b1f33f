using System.Globalization;

namespace Mainstay.Formats.Tests;

/// <summary>Random rules against what another implementation says (the file tells which).</summary>
public sealed class RecurrenceReferenceTests
{
    [Fact]
    public void Agrees_with_the_reference_list()
    {
        var cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "recurrence.txt")).Where(line => !line.StartsWith('#')).ToList();
        Assert.True(cases.Count >= 300);
        Assert.All(cases, line =>
        {
            var parts = line.Split('|');
            var (start, expected) = (Clock(parts[0]), parts[3]);
            Assert.True(RecurrenceRule.TryParse(parts[1], out var rule, out var problem), problem?.ToString());
            var found = rule.Occurrences(start, start, new DateTime(3100, 1, 1), new(20_000_000)).Take(expected.Split(' ').Length + (parts[2] == "end" ? 1 : 0));
            Assert.Equal(expected, string.Join(' ', found.Select(one => one.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture))));
        });
    }

    [Fact]
    public void A_window_shows_the_same_as_counting_from_the_start()
    {
        foreach (var parts in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "recurrence.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split('|')))
        {
            Assert.True(RecurrenceRule.TryParse(parts[1], out var rule, out _));
            var all = parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Clock).ToList();
            for (var i = 0; i < all.Count - 1; i++)
                Assert.Equal(all[i..^1], rule.Occurrences(Clock(parts[0]), all[i], all[^1]));
        }
    }

    private static DateTime Clock(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}

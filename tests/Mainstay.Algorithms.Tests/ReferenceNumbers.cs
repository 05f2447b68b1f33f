using System.Text.Json;

namespace Mainstay.Algorithms.Tests;

/// <summary>The numbers computed elsewhere that the library must agree with, and the folder of the data sets behind some of them.</summary>
internal static class ReferenceNumbers
{
    public static JsonElement Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".json"));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static double? NumberOrNull(this JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <summary>The path of a data set under MAINSTAY_SHARED; without it the test is skipped and says so.</summary>
    public static string DataSet(string name)
    {
        var folder = Environment.GetEnvironmentVariable("MAINSTAY_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "MAINSTAY_SHARED does not name the folder that holds the data sets.");
        var path = Path.Combine(folder!, name);
        Assert.SkipUnless(File.Exists(path), $"The data set {name} is not under MAINSTAY_SHARED.");
        return path;
    }

    /// <summary>Equal to within <paramref name="tolerance"/>, absolute and relative to the size of the expected number.</summary>
    public static void Close(double expected, double actual, double tolerance)
    {
        var miss = Math.Abs(expected - actual) / Math.Max(1, Math.Abs(expected));
        Assert.True(miss <= tolerance, $"Expected {expected:R}, was {actual:R}; {miss:g3} off, {tolerance:g3} allowed.");
    }
}

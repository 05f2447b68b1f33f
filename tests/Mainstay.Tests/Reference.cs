using System.Text.Json;

namespace Mainstay.Tests;

/// <summary>Numbers computed elsewhere that the house must agree with.</summary>
internal static class Reference
{
    public static JsonDocument Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".json")));
}

namespace Mainstay.Web;

/// <summary>What later rooms hang on a page: each a component, with the parameters it found.</summary>
public static class Hanging
{
    /// <summary>Asks each in their order; those that have nothing to show are left out.</summary>
    public static async Task<IReadOnlyList<(Type Component, IDictionary<string, object?> Parameters)>> Hung<TPanel>(this IEnumerable<TPanel> panels, Func<TPanel, Type> component, Func<TPanel, Task<IDictionary<string, object?>?>> load)
    {
        var hung = new List<(Type, IDictionary<string, object?>)>();
        foreach (var panel in panels)
            if (await load(panel) is { } found) hung.Add((component(panel), found));
        return hung;
    }
}

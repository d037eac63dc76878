using System.Globalization;
using Glassy.Metrics;
using Scriban;
using Scriban.Runtime;

namespace Glassy.Theme;

/// <summary>What templates and prose tokens can call: <see cref="TemplateFunctions"/>, and Scriban's pure string, array, math and html functions.</summary>
internal static class TemplateLibrary
{
    private static readonly string[] FromScriban = ["string", "array", "math", "html"];

    /// <summary>The functions as a read-only object that all contexts share.</summary>
    public static ScriptObject Create()
    {
        var scriban = TemplateContext.GetDefaultBuiltinObject();
        var library = new ScriptObject();
        foreach (var name in FromScriban)
        {
            library.SetValue(name, scriban[name], readOnly: true);
        }

        library.SetValue("percent", new TemplateFunction((value, argument) =>
            TemplateFunctions.Percent(ToDouble(value), argument is null ? 2 : ToDecimals(argument))), readOnly: true);
        library.SetValue("interval", new TemplateFunction((value, argument) =>
            TemplateFunctions.PercentRange(ToInterval(value).Low, ToInterval(value).High, argument is null ? 2 : ToDecimals(argument))), readOnly: true);
        library.SetValue("number", new TemplateFunction((value, argument) =>
            TemplateFunctions.Number(ToDouble(value), argument is null ? null : ToDecimals(argument))), readOnly: true);
        library.SetValue("seconds", new TemplateFunction((value, argument) =>
            TemplateFunctions.Seconds(ToDouble(value))), readOnly: true);
        library.SetValue("bytes", new TemplateFunction((value, argument) =>
            TemplateFunctions.Bytes(ToDouble(value))), readOnly: true);
        library.SetValue("date", new TemplateFunction((value, argument) =>
            argument is null ? TemplateFunctions.Date(ToDate(value)) : TemplateFunctions.Date(ToDate(value), ToFormat(argument))), readOnly: true);
        return library;
    }

    private static double ToDouble(object? value) => value switch
    {
        double or float or decimal or int or long or short or byte or uint or ulong =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw Unexpected("a number", value),
    };

    private static Interval ToInterval(object? value) => value switch
    {
        Proportion share => share.Interval,
        Interval interval => interval,
        _ => throw Unexpected("a share that was counted", value),
    };

    private static int ToDecimals(object value) =>
        value is int and >= 0 and <= 15 ? (int)value : throw Unexpected("a count of decimals, 0 to 15", value);

    private static string ToFormat(object value) =>
        value as string ?? throw Unexpected("a date format such as \"yyyy-MM-dd\"", value);

    private static DateTimeOffset ToDate(object? value) => value switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)),
        _ => throw Unexpected("a date", value),
    };

    private static ArgumentException Unexpected(string expected, object? value) =>
        new($"expected {expected}, found {(value is null ? "nothing (null)" : $"'{value}' ({value.GetType().Name})")}");
}

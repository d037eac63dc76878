using System.Numerics;
using System.Text;
using Glassy.Diagnostics;
using Parquet;
using Parquet.Schema;

namespace Glassy.Foreign.Tables;

/// <summary>Parquet with flat columns of numbers and texts, as pandas, Polars and Arrow write it; what is nested is named and refused.</summary>
internal static class ParquetTable
{
    public static async Task<ArrayTable> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
            var fields = reader.Schema.GetDataFields();
            if (fields.FirstOrDefault(field => field.IsArray || field.MaxRepetitionLevel > 0) is { } nested)
            {
                throw Mistake(
                    name,
                    $"the column '{Cell.Shown(nested.Path.ToString())}' holds lists, expected a number or text in each cell; write a column for each class");
            }

            var columns = fields.Select(field => new ColumnBuilder(field, name)).ToList();
            var rows = 0;
            for (var group = 0; group < reader.RowGroupCount; group++)
            {
                using var part = reader.OpenRowGroupReader(group);
                foreach (var column in columns)
                {
                    await column.AddAsync(part, cancellationToken).ConfigureAwait(false);
                }

                rows = checked(rows + (int)part.RowCount);
            }

            return new ArrayTable([.. columns.Select(column => column.Build())], rows);
        }
        catch (Exception exception) when (exception is not (DiagnosticException or OperationCanceledException or OutOfMemoryException))
        {
            throw Mistake(name, "is no whole Parquet file, or one that this program cannot read; write it again");
        }
    }

    private static DiagnosticException Mistake(string name, string message) => new(Diagnostic.Error(message, name));

    /// <summary>Gathers the cells of a column, row group by row group.</summary>
    private sealed class ColumnBuilder(DataField field, string name)
    {
        private readonly bool _isText = field.ClrType == typeof(ReadOnlyMemory<char>) || field.ClrType == typeof(string);
        private readonly bool _isBytes = field.ClrType == typeof(ReadOnlyMemory<byte>) || field.ClrType == typeof(byte[]);
        private readonly List<string?> _texts = [];
        private readonly List<double?> _numbers = [];

        public ArrayColumn Build() => _isText || _isBytes
            ? new ArrayColumn(new TableColumn(field.Name), row => _texts[row] ?? "", null)
            : new ArrayColumn(new TableColumn(field.Name), null, row => _numbers[row]);

        public Task AddAsync(ParquetRowGroupReader part, CancellationToken cancellationToken) => Type.GetTypeCode(field.ClrType) switch
        {
            _ when _isText => AddTextsAsync(part, cancellationToken),
            _ when _isBytes => AddBytesAsync(part, cancellationToken),
            TypeCode.Boolean => AddAsync<bool>(part, value => value ? 1 : 0, cancellationToken),
            TypeCode.SByte => AddNumbersAsync<sbyte>(part, cancellationToken),
            TypeCode.Byte => AddNumbersAsync<byte>(part, cancellationToken),
            TypeCode.Int16 => AddNumbersAsync<short>(part, cancellationToken),
            TypeCode.UInt16 => AddNumbersAsync<ushort>(part, cancellationToken),
            TypeCode.Int32 => AddNumbersAsync<int>(part, cancellationToken),
            TypeCode.UInt32 => AddNumbersAsync<uint>(part, cancellationToken),
            TypeCode.Int64 => AddNumbersAsync<long>(part, cancellationToken),
            TypeCode.UInt64 => AddNumbersAsync<ulong>(part, cancellationToken),
            TypeCode.Single => AddNumbersAsync<float>(part, cancellationToken),
            TypeCode.Double => AddNumbersAsync<double>(part, cancellationToken),
            TypeCode.Decimal => AddNumbersAsync<decimal>(part, cancellationToken),
            _ => throw Mistake(name, $"the column '{Cell.Shown(field.Name)}' is of type {field.ClrType.Name}, expected numbers or texts"),
        };

        private async Task AddTextsAsync(ParquetRowGroupReader part, CancellationToken cancellationToken)
        {
            var texts = new string[part.RowCount];
            await part.ReadAsync(field, texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            _texts.AddRange(texts);
        }

        private async Task AddBytesAsync(ParquetRowGroupReader part, CancellationToken cancellationToken)
        {
            var texts = new byte[part.RowCount][];
            await part.ReadAsync(field, texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            _texts.AddRange(texts.Select(text => text is null ? null : Encoding.UTF8.GetString(text)));
        }

        private Task AddNumbersAsync<T>(ParquetRowGroupReader part, CancellationToken cancellationToken)
            where T : struct, INumberBase<T> => AddAsync<T>(part, double.CreateChecked, cancellationToken);

        private async Task AddAsync<T>(ParquetRowGroupReader part, Func<T, double> convert, CancellationToken cancellationToken)
            where T : struct
        {
            if (field.IsNullable)
            {
                var some = new T?[part.RowCount];
                await part.ReadAsync<T>(field, some.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
                _numbers.AddRange(some.Select(value => value is { } number ? convert(number) : (double?)null));
            }
            else
            {
                var all = new T[part.RowCount];
                await part.ReadAsync<T>(field, all.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
                _numbers.AddRange(all.Select(value => (double?)convert(value)));
            }
        }
    }
}

#!/bin/bash
# The runs of all recipes as an array of Slurm jobs: sbatch docs/shards/slurm.sh, from the project's folder. See docs/shards.md.
#SBATCH --job-name=glassy
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=12:00:00
#SBATCH --requeue

# The count stands here once more, so that `sbatch --array=3` makes the third of the eight again, and nothing else.
dotnet run --no-build --project src/Glassy.Pipeline -- train --shard "$SLURM_ARRAY_TASK_ID/8" --runs full --dataset mnist
